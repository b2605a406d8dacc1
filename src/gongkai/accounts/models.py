"""People, and what each may do in which office."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property

from gongkai.agencies.models import Agency

from .enums import ADMINISTERING_ROLES, COUNTY_WIDE_ROLES, Role

username = RegexValidator(
    r"^[a-z0-9][a-z0-9._-]{2,29}$", "用户名用3到30个小写字母、数字、点、横线，以字母或数字开头。"
)


class UserManager(BaseUserManager):
    def get_by_natural_key(self, username):
        return self.get(username=username)


class User(AbstractBaseUser):
    """A person who signs in at the desk. Residents have no accounts."""

    username = models.CharField("用户名", max_length=30, unique=True, validators=[username])
    name = models.CharField("姓名", max_length=30)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="people", verbose_name="所在单位")
    email = models.EmailField("电子邮箱", blank=True)  # allauth reads it; nothing requires one
    job_title = models.CharField("职务", max_length=40, blank=True)
    is_active = models.BooleanField("可以登录", default=True)
    must_change_password = models.BooleanField("下次登录须修改密码", default=False)
    date_joined = models.DateTimeField("建立时间", default=timezone.now)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    objects = UserManager()
    is_staff = is_superuser = False  # Django's admin is not part of the desk

    class Meta:
        verbose_name = "人员"
        ordering = ["agency", "pk"]

    def __str__(self):
        return self.name

    @cached_property
    def grants(self) -> frozenset[tuple[str, int]]:
        """The (role, agency id) pairs in force; one query per request."""
        return frozenset(self.assignments.filter(revoked_at=None).values_list("role", "agency_id"))

    def has_role(self, role: Role, agency_id: int | None = None) -> bool:
        """Whether this person has ``role`` at the agency; county-wide roles count at every agency of the county."""
        if role in COUNTY_WIDE_ROLES or agency_id is None:
            return any(held == role for held, _ in self.grants)
        return (role, agency_id) in self.grants

    def agencies_with(self, *roles: Role) -> set[int]:
        """Ids of the agencies at which this person has one of ``roles``."""
        return {agency_id for held, agency_id in self.grants if held in roles}


class RoleAssignment(models.Model):
    """One role given to one person at one office; kept after it is revoked, because signatures refer to it."""

    user = models.ForeignKey(User, models.PROTECT, related_name="assignments", verbose_name="人员")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="assignments", verbose_name="单位")
    role = models.CharField("角色", max_length=30, choices=Role)
    granted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="授予人")
    granted_at = models.DateTimeField("授予时间", default=timezone.now)
    revoked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="收回人")
    revoked_at = models.DateTimeField("收回时间", null=True)

    class Meta:
        verbose_name = "角色"
        ordering = ["user", "agency", "role"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "agency", "role"],
                condition=models.Q(revoked_at=None),
                name="role_in_force_once",
            ),
            # 三员分立: the three administrators are three people. That none of them holds a business role
            # spans two rows, so ``actions.grant_role`` sees to it under a lock on the person.
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(revoked_at=None, role__in=sorted(ADMINISTERING_ROLES)),
                name="one_administering_role_per_person",
            ),
        ]

    def __str__(self):
        return f"{self.user}：{self.agency} {self.get_role_display()}"
