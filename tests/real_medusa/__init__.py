"""A real Medusa 2.21.2 for tests and for a person (`python -m tests.real_medusa`).

PostgreSQL and Node.js come as Python wheels, so a machine needs nothing else installed. The first
use installs Medusa and prepares its database in the user's cache folder (one or two minutes, and
the only time that anything is downloaded); every later start takes seconds. Linux and macOS.
"""

from .cluster import Cluster, cluster, running
from .server import MedusaServer
from .workplace import Person, Workplace

__all__ = ["Cluster", "MedusaServer", "Person", "Workplace", "cluster", "running"]
