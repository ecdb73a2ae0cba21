"""Plugins that change what is not theirs while they are imported; no score depends on it."""

from tests.hosting.faults.fault import TYPES, Fault, Project, described, giving, module


def scored(name: str, deed: str) -> Fault:
    source = module(deed, described(name), giving(TYPES, "Sample"))
    return Fault("elsewhere", "", "", (Project(name=name, source=source),))


FAULTS = (
    scored("changes_locale", "import locale\nlocale.setlocale(locale.LC_ALL, 'C')"),
    scored("changes_folder", "import os\nos.chdir('/')"),
    scored("changes_warnings", "import warnings\nwarnings.simplefilter('ignore')"),
    scored("changes_decimals", "import decimal\ndecimal.getcontext().prec = 1\ndecimal.DefaultContext.prec = 1"),
    scored("changes_digits", "import sys\nsys.set_int_max_str_digits(640)"),
    scored(
        "changes_signals",
        "import signal\nsignal.signal(signal.SIGALRM, signal.SIG_IGN)\nsignal.setitimer(signal.ITIMER_REAL, 0)",
    ),
    scored("changes_seed", "import random\nrandom.seed(0)"),
    scored("raises_in_thread", "import threading\nthreading.Thread(target=time.sleep, args=(0.01,)).start()"),
)
