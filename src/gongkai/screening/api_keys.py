"""Keys for other programs of the county: made once, shown once, revocable; only the SHA-256 of each is kept."""

import hashlib
import secrets
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from gongkai.accounts.models import User
from gongkai.agencies.models import County
from gongkai.common.errors import Conflict, NotAllowed
from gongkai.history.actions import record

from . import rules
from .models import ApiKey

PREFIX = "gongkai_"  # so that a key that strays into a file or a message is recognised for what it is


@transaction.atomic
def make_key(*, county: County, name: str, actor: User, now: datetime) -> tuple[ApiKey, str]:
    """Return a new key's row and the key itself, which is kept nowhere and cannot be shown again."""
    _require_keeper(county, actor)
    secret = PREFIX + secrets.token_urlsafe(32)
    key = ApiKey.objects.create(
        county=county, name=name, digest=digest_of(secret), created_by=actor, created_at=now
    )
    record(key, "screening.key_made", actor=actor)
    return key, secret


@transaction.atomic
def revoke_key(*, key_id: int, county: County, actor: User, now: datetime) -> ApiKey:
    _require_keeper(county, actor)
    key = ApiKey.objects.select_for_update().get(pk=key_id, county=county)
    if key.revoked_at is not None:
        raise Conflict(f"密钥“{key.name}”已经停用，不需要再停用一次。")
    key.revoked_at = now
    key.save(update_fields=["revoked_at"])
    record(key, "screening.key_revoked", actor=actor)
    return key


def key_for(secret: str, now: datetime) -> ApiKey | None:
    """Return the key in force that ``secret`` is, and note that it was used today."""
    key = ApiKey.objects.select_related("county").filter(digest=digest_of(secret), revoked_at=None).first()
    today = timezone.localdate(now)
    if key is not None and key.last_used_on != today:
        ApiKey.objects.filter(pk=key.pk).update(last_used_on=today)
    return key


def digest_of(secret: str) -> str:
    """A plain hash is enough: the key is 256 random bits, which nobody can try out."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _require_keeper(county: County, actor: User) -> None:
    if not rules.may_keep_keys(actor) or actor.agency.county_id != county.pk:
        raise NotAllowed("只有系统管理员可以建立和停用接口密钥。请与他联系。")
