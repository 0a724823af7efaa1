; The installer for Windows, for Inno Setup 6. `packaging/release` calls it with the version:
;     iscc /DVersion=0.1.0 /Odist packaging\windows\medusa-console.iss
; Per user, without administrator rights. Silent: medusa-console-…-setup.exe /VERYSILENT /NORESTART
; Not run here.

#ifndef Version
  #error The version is missing: /DVersion=…
#endif

[Setup]
; The same for ever: by it, Windows knows an update from another program.
AppId={{6C1B1D0E-5B0B-4C0A-9C53-3D1E2E6A7F41}
AppName=Medusa Console
AppVersion={#Version}
AppPublisher=Medusa Console maintainers
DefaultDirName={localappdata}\Programs\Medusa Console
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
SourceDir=..\..
LicenseFile=LICENSE
SetupIconFile=build\work\medusa_console\medusa-console.ico
UninstallDisplayIcon={app}\medusa-console.exe
OutputBaseFilename=medusa-console-{#Version}-windows-x86_64-setup
Compression=lzma2
SolidCompression=yes
CloseApplications=yes
RestartApplications=no
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
en.LeakDesk=Leak desk
de.LeakDesk=Leak-Desk
en.DemoStore=Demo store
de.DemoStore=Demo-Shop
en.Left=Your stores and settings stay in %1. What the program has put into the Credential Manager stays, too, unless "medusa-console --forget" was run before: sessions are called "Medusa Console · …", saved keys have the names that you gave them.
de.Left=Ihre Shops und Einstellungen bleiben in %1. Was das Programm in der Anmeldeinformationsverwaltung abgelegt hat, bleibt ebenfalls, sofern nicht vorher „medusa-console --forget“ lief: Sitzungen heißen „Medusa Console · …“, gespeicherte Schlüssel so, wie Sie sie genannt haben.

[InstallDelete]
; What an older version had and this one has not.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "build\bundle\medusa-console\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{userprograms}\Medusa Console"; Filename: "{app}\medusa-console.exe"
Name: "{userprograms}\Medusa Console – {cm:LeakDesk}"; Filename: "{app}\medusa-console.exe"; Parameters: "--leak-desk"
Name: "{userprograms}\Medusa Console – {cm:DemoStore}"; Filename: "{app}\medusa-console.exe"; Parameters: "--demo"

[Run]
Filename: "{app}\medusa-console.exe"; Description: "{cm:LaunchProgram,Medusa Console}"; Flags: nowait postinstall skipifsilent

[Code]
procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if (Step = usPostUninstall) and not UninstallSilent then
    MsgBox(FmtMessage(CustomMessage('Left'), [ExpandConstant('{localappdata}\medusa-console')]), mbInformation, MB_OK);
end;
