#!/bin/sh
# Says what a removal leaves: what is each user's own. dpkg calls it with a word, rpm with a number.
set -e
case "${1:-}" in
  remove | 0)
    echo "Medusa Console leaves each user's own data in ~/.local/share/medusa-console."
    echo "What it has put into a user's keyring stays, too, unless that user ran"
    echo "'medusa-console --forget' before: sessions are called 'Medusa Console · …', and"
    echo "saved keys have the names that the user gave them."
    ;;
esac
