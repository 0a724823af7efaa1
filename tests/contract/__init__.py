"""What a Medusa answers, checked against the real one and the demo store alike.

The same tests run on the demo store and on a real Medusa 2.21.2, with RBAC off as well where that
matters, so that the demo cannot drift from the truth. Where the two disagree, the real server is
right.
"""
