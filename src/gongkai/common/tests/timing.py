"""How long something takes, asked so that a busy machine does not answer for the code."""

import time
import timeit
from collections.abc import Callable


def within(seconds: float, act: Callable[[], object], timer: Callable[[], float] = time.process_time) -> bool:
    """
    Return whether ``act`` can be done in less than ``seconds`` of the processor.

    It is run up to three times and one quick run is enough: others may be busy on this machine. The collector of
    garbage rests meanwhile, as it would walk through all that the tests before this one left in memory.
    """
    return any(timeit.timeit(act, timer=timer, number=1) < seconds for _ in range(3))
