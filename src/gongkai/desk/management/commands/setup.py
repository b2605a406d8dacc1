"""``gongkai setup``: open a county on a fresh installation and print the first sign-ins."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from gongkai.agencies.enums import Level
from gongkai.common.errors import NotAllowed
from gongkai.desk.first_day import open_county


class Command(BaseCommand):
    help = "建立一个县（或者市、省）：政府办、三名管理员和公开工作机构的账号、默认审核流程、政府信息公开专栏"

    def add_arguments(self, parser):
        parser.add_argument("--name", required=True, help="县人民政府全称，例如：示范县人民政府")
        parser.add_argument("--short-name", required=True, help="县的简称，例如：示范县")
        parser.add_argument("--level", choices=Level.values, default=Level.COUNTY, help="层级，不写是县")
        parser.add_argument(
            "--domain", required=True, help="网站域名，不带 http://，例如：www.example.gov.cn"
        )

    def handle(self, *args, **options):
        try:
            county, sign_ins = open_county(
                name=options["name"],
                short_name=options["short_name"],
                domain=options["domain"],
                level=options["level"],
                now=timezone.now(),
            )
        except NotAllowed as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"{county.name}已建立。下面的临时密码只显示这一次，首次登录必须修改：\n\n")
        for each in sign_ins:
            self.stdout.write(f"  {each.username:<12} {each.password}  {each.name}")
        self.stdout.write(
            "\n接下来：disclosure 登录后添加单位、人员和栏目；security 授予角色；在“网站设置”里填写网站标识码和备案号。"
        )
