using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Work;

namespace Granary.Ocrm.Consents;

/// <summary>The consent register over all customers in sight, as an auditor of the bank asks for it: who agreed to what, when, on what evidence.</summary>
internal static class ConsentList
{
    public static ListDefinition Definition { get; } = new(
        "consents", $"ocrm.consent e JOIN ocrm.customer c ON c.party_id = e.party_id AND c.entity = e.entity {OwnerRow.OfCustomer} JOIN ocrm.consent_wording w ON w.id = e.wording_id", "e.id",
        CustomerList.Sight with { Entity = "e.entity" }, Permission.CustomersRead,
        [
            new("number", ColumnKind.Text, "c.number") { Title = "客户编号", Width = 140, Filters = [FilterOp.Eq, FilterOp.In] },
            new("name", ColumnKind.Text, "c.name", DataClass.C1) { Title = "客户名称", Width = 160, Mask = Masked.Name, Filters = [] },
            new("purpose", ColumnKind.Code, "e.purpose") { Title = "用途", Width = 100, Options = ConsentPurpose.All },
            new("channel", ColumnKind.Code, "e.channel") { Title = "渠道", Width = 90, Options = ConsentChannel.All },
            new("givenAt", ColumnKind.Time, "e.given_at") { Title = "同意时间", Width = 130, SortBy = "e.given_at" },
            new("withdrawnAt", ColumnKind.Time, "e.withdrawn_at") { Title = "撤回时间", Width = 130 },
            new("version", ColumnKind.Number, "w.version") { Title = "文本版本", Width = 80 },
            new("evidenceKind", ColumnKind.Code, "e.evidence_kind") { Title = "凭证类型", Width = 90, Options = ConsentEvidence.All },
            new("evidence", ColumnKind.Text, "e.evidence", DataClass.C1) { Title = "凭证", Width = 160, Filters = [FilterOp.Eq] },
            new("givenBy", ColumnKind.Code, "e.given_by") { Title = "登记人", Width = 110, Names = WorkNames.People },
            new("entity", ColumnKind.Code, "e.entity") { Title = "法人机构", Width = 170, Default = false, Names = WorkNames.Units },
            new("unit", ColumnKind.Code, "c.unit", DataClass.C1) { Title = "网点", Width = 170, Default = false, Mask = code => code, Names = WorkNames.Units },
        ],
        [new ListSort("givenAt", Descending: true)])
    {
        ExportPermission = Permission.CustomersExport,
    };
}
