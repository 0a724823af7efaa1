#!/bin/sh
# Says what a removal leaves: what is each user's own. dpkg calls it with a word, rpm with a number.
set -e
case "${1:-}" in
  remove | 0)
    echo "Medusa Console leaves each user's own data in ~/.local/share/medusa-console."
    echo "Sessions and keys in a user's keyring stay, too, unless that user ran"
    echo "'medusa-console --forget' before. The entries are called 'Medusa Console'."
    ;;
esac
