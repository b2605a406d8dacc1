"""
Writes src/gongkai/workdays/data/days.tsv from the chinesecalendar package (MIT), a development dependency.

Run it once when a new release of the package brings a year: ``python tools/build_calendar_data.py``. A running
installation does not need it: there the yearly notice is pasted at /desk/calendar/.
"""

from importlib.metadata import version
from pathlib import Path

from chinese_calendar.constants import Holiday, holidays, workdays

TARGET = Path(__file__).parent.parent / "src/gongkai/workdays/data/days.tsv"
NAMES = {
    Holiday.new_years_day: "元旦",
    Holiday.spring_festival: "春节",
    Holiday.tomb_sweeping_day: "清明节",
    Holiday.labour_day: "劳动节",
    Holiday.dragon_boat_festival: "端午节",
    Holiday.national_day: "国庆节",
    Holiday.mid_autumn_festival: "中秋节",
    Holiday.anti_fascist_70th_day: "抗战胜利70周年纪念日",
}
BY_ENGLISH = {holiday.value: name for holiday, name in NAMES.items()}


def main() -> None:
    days = {day: ("rest", BY_ENGLISH[name]) for day, name in holidays.items() if day.weekday() < 5}
    days |= {day: ("work", f"{BY_ENGLISH[name]}调休") for day, name in workdays.items() if day.weekday() > 4}
    lines = [
        f"# chinesecalendar {version('chinesecalendar')}: weekdays off and weekend days worked, see tools/\n",
        *(f"{day}\t{kind}\t{note}\n" for day, (kind, note) in sorted(days.items())),
    ]
    TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
