import time, shutil, pytest
from tests.ui.driving import *
@pytest.mark.parametrize("n", range(40))
async def test_warm(start, planted, tmp_path, n):
    shutil.copytree(planted, tmp_path/"data", dirs_exist_ok=True)
    c=time.process_time()
    p=await start(demo=True, folder=tmp_path/"data")
    await p.keys_page()
    p.key(Qt.Key.Key_N, CTRL); await p.dialog("keyForm"); p.key(Qt.Key.Key_Escape); await p.no_dialog()
    await p.quit()
    if n%5==0: print(n, f"{time.process_time()-c:.3f}", len(QApplication.allWidgets()), len(QApplication.topLevelWidgets()), len(QApplication.instance().children()), QApplication.instance().receivers("2focusChanged(QWidget*,QWidget*)"))
