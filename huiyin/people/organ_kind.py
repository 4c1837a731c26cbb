"""The kinds of organ that the regulation tells apart."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OrganKind(models.TextChoices):
    """What an organ is; the regulation gives each kind its own part."""

    GOVERNMENT = "government", _("人民政府")
    DEPARTMENT = "department", _("政府部门")
    TOWNSHIP = "township", _("乡镇、街道")
    VILLAGE = "village", _("村、社区")
    PETITION_OFFICE = "petition_office", _("信访部门")
    PARTY_ORGAN = "party_organ", _("党委机关")
    DISCIPLINE = "discipline", _("纪检监察机关")
    PERSONNEL = "personnel", _("组织（人事）部门")
    JUDICIAL = "judicial", _("政法部门")
    PROCURATORATE = "procuratorate", _("检察院")
    COURT = "court", _("法院")
    MASS_ORGANISATION = "mass_organisation", _("群团组织")
    ENTERPRISE = "enterprise", _("国有企业、事业单位")
    JOINT_CONFERENCE = "joint_conference", _("信访工作联席会议")
    SUPERVISION_OFFICE = "supervision_office", _("督查部门")


ADMINISTRATIVE = frozenset({OrganKind.GOVERNMENT, OrganKind.DEPARTMENT, OrganKind.TOWNSHIP})
"""Kinds that review the answers of the organs below them."""

LINE_ONLY = frozenset(
    {
        OrganKind.PARTY_ORGAN,
        OrganKind.DISCIPLINE,
        OrganKind.PERSONNEL,
        OrganKind.JUDICIAL,
        OrganKind.PROCURATORATE,
        OrganKind.COURT,
        OrganKind.MASS_ORGANISATION,
        OrganKind.ENTERPRISE,
    }
)
"""Kinds reviewed only within their own line; where it has no level above, the joint conference names one."""
