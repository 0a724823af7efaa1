#!/bin/sh
# Installs Medusa Console for your account alone; nothing outside of your home folder changes.
#
#     ./install.sh --user
#
# Copies this folder to ~/.local/lib/medusa-console, and adds ~/.local/bin/medusa-console, the menu
# entry, the icons and the manual. Run it again to update. ./uninstall.sh is the opposite.
set -eu

if [ "$#" -ne 1 ] || [ "$1" != "--user" ]; then
  echo "usage: ./install.sh --user" >&2
  exit 2
fi
case "${HOME:-}" in
  /*) ;;
  *) echo "install.sh: there is no home folder to install to (HOME is not set)" >&2; exit 1 ;;
esac

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
case "${XDG_DATA_HOME:-}" in
  /*) share=$XDG_DATA_HOME ;;
  *) share=$HOME/.local/share ;;
esac
lib=$HOME/.local/lib/medusa-console
bin=$HOME/.local/bin
command=$bin/medusa-console

if [ "$here" = "$lib" ]; then
  echo "install.sh: run the one of the unpacked archive, not the installed one" >&2
  exit 1
fi
if { [ -e "$command" ] || [ -L "$command" ]; } && [ "$(readlink -- "$command")" != "$lib/medusa-console" ]; then
  echo "install.sh: $command is another program; nothing was changed" >&2
  exit 1
fi
if { [ -e "$lib" ] || [ -L "$lib" ]; } && [ ! -f "$lib/uninstall.sh" ]; then
  echo "install.sh: $lib holds something else; nothing was changed" >&2
  exit 1
fi

# The new files lie there whole before the old ones go, so that a full disk breaks nothing.
mkdir -p -- "$HOME/.local/lib" "$bin"
new=$lib.new.$$
trap 'rm -rf -- "$new"' EXIT
trap 'exit 1' HUP INT TERM
cp -R -- "$here" "$new"
rm -rf -- "$lib.old"
if [ -e "$lib" ]; then
  mv -- "$lib" "$lib.old"
fi
mv -- "$new" "$lib"
rm -rf -- "$lib.old"
ln -sf -- "$lib/medusa-console" "$command"

(cd -- "$lib/share" && find icons metainfo man applications -type f) | while IFS= read -r file; do
  mkdir -p -- "$share/$(dirname -- "$file")"
  cp -- "$lib/share/$file" "$share/$file"
done

# A menu does not know ~/.local/bin. In Exec, quotes take a backslash before these, and % is doubled;
# a backslash is doubled once more, as in every value of such a file.
quoted=$(printf '%s' "$command" | sed -e 's/[\\]/\\\\\\\\/g' -e 's/["`$]/\\\\&/g' -e 's/%/%%/g')
entry=$share/applications/medusa-console.desktop
while IFS= read -r line; do
  case "$line" in
    Exec=medusa-console*) printf 'Exec="%s"%s\n' "$quoted" "${line#Exec=medusa-console}" ;;
    *) printf '%s\n' "$line" ;;
  esac
done < "$lib/share/applications/medusa-console.desktop" > "$entry.new"
mv -- "$entry.new" "$entry"

echo "Medusa Console is installed. Start it from the menu, or with: $command"
case ":${PATH:-}:" in
  *":$bin:"*) ;;
  *) echo "$bin is not on your PATH yet; most systems add it at the next login." ;;
esac
if command -v fc-list > /dev/null && [ -z "$(fc-list : family 2> /dev/null | head -n 1)" ]; then
  echo "This computer has no fonts: install one (Debian: fonts-dejavu-core), or no text will show."
fi
