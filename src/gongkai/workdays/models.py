"""The working-day calendar: China's holidays and make-up workdays move every year, so they are data."""

import uuid

from django.db import models


class CalendarYear(models.Model):
    """A year whose arrangement the State Council has announced; days of other years are provisional."""

    year = models.PositiveIntegerField("年份", primary_key=True)
    source = models.CharField("依据", max_length=120, blank=True, help_text="例如：国办发明电〔2025〕7号")

    class Meta:
        verbose_name = "年度安排"
        ordering = ["-year"]

    def __str__(self):
        return str(self.year)


class CalendarDay(models.Model):
    """A day that differs from the plain week: a weekday off (放假) or a weekend day worked (调休上班)."""

    date = models.DateField("日期", primary_key=True)
    is_workday = models.BooleanField("上班")
    note = models.CharField("说明", max_length=40, blank=True, help_text="例如：国庆节、国庆节调休")

    class Meta:
        verbose_name = "节假日与调休"
        ordering = ["date"]

    def __str__(self):
        return f"{self.date} {'上班' if self.is_workday else '放假'}"


class CalendarVersion(models.Model):
    """The one row that changes with every change of the calendar, so that processes know when to read it anew."""

    token = models.UUIDField(default=uuid.uuid4)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="calendar_has_one_version")]

    def __str__(self):
        return str(self.token)
