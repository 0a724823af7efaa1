#!/bin/sh
# Removes what `install.sh --user` has added. Your stores, settings and keyring entries stay.
set -eu

case "${HOME:-}" in
  /*) ;;
  *) echo "uninstall.sh: there is no home folder (HOME is not set)" >&2; exit 1 ;;
esac
case "${XDG_DATA_HOME:-}" in
  /*) share=$XDG_DATA_HOME ;;
  *) share=$HOME/.local/share ;;
esac
lib=$HOME/.local/lib/medusa-console
command=$HOME/.local/bin/medusa-console

if [ "$(readlink -- "$command" 2> /dev/null || true)" = "$lib/medusa-console" ]; then
  rm -f -- "$command"
fi
if [ -f "$lib/uninstall.sh" ]; then
  (cd -- "$lib/share" && find icons metainfo man applications -type f) | while IFS= read -r file; do
    rm -f -- "$share/$file"
    # Folders that others use are not empty, and stay.
    (cd -- "$share" && rmdir -p -- "$(dirname -- "$file")" 2> /dev/null) || true
  done
fi
for folder in "$lib" "$lib.old"; do
  # A folder of that name with something else in it stays.
  if [ -f "$folder/uninstall.sh" ]; then
    rm -rf -- "$folder"
  fi
done
rmdir -- "$HOME/.local/lib" "$HOME/.local/bin" 2> /dev/null || true
echo "Medusa Console is removed. Your own data stays in $share/medusa-console."
echo "What it has put into your keyring stays, too, unless 'medusa-console --forget' ran before:"
echo "sessions are called 'Medusa Console · …', saved keys have the names that you gave them."
