using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Work;

namespace Granary.Ocrm.Asking;

/// <summary>Who was asked what, and whether they answered. Whom one does not see any more as a customer, one does not see here.</summary>
internal static class InvitationList
{
    public const string Table = $"ocrm.invitation i JOIN ocrm.questionnaire q ON q.id = i.questionnaire LEFT JOIN ocrm.customer c ON c.party_id = i.party_id AND c.entity = i.entity {OwnerRow.OfCustomer} LEFT JOIN ocrm.prospect p ON p.id = i.prospect AND i.party_id = 0";

    public static SightColumns Sight { get; } = new("i.entity", "COALESCE(c.unit, p.unit, i.unit)", "COALESCE(o.manager, p.manager, i.person)");

    public static ListDefinition Definition { get; } = new(
        "invitations", Table, "i.id", Sight, Permission.AnswersAsk,
        [
            new("title", ColumnKind.Text, "q.title") { Title = "问卷", Width = 220 },
            new("questionnaire", ColumnKind.Number, "i.questionnaire") { Title = "问卷编号", Width = 90, Default = false },
            new("name", ColumnKind.Text, "COALESCE(c.name, p.name, '')", DataClass.C1) { Title = "客户名称", Width = 140, Mask = Masked.Name, Filters = [] },
            new("number", ColumnKind.Text, "COALESCE(c.number, '')") { Title = "客户编号", Width = 140, Filters = [FilterOp.Eq, FilterOp.Empty, FilterOp.NotEmpty] },
            new("state", ColumnKind.Code, "i.state") { Title = "状态", Width = 100, Options = [Invitation.Open, Invitation.Answered, Invitation.Withdrawn] },
            new("via", ColumnKind.Code, "i.via") { Title = "方式", Width = 100, Options = Via.All },
            new("person", ColumnKind.Code, "i.person") { Title = "发放人", Width = 110, Names = WorkNames.People },
            new("unit", ColumnKind.Code, "i.unit") { Title = "网点", Width = 170, Names = WorkNames.Units, Default = false },
            new("expiresAt", ColumnKind.Time, "i.expires_at") { Title = "有效期至", Width = 130 },
            new("answeredAt", ColumnKind.Time, "i.answered_at") { Title = "答复时间", Width = 130 },
            new("createdAt", ColumnKind.Time, "i.created_at") { Title = "发放时间", Width = 130, SortBy = "i.created_at" },
        ],
        [new ListSort("createdAt", Descending: true)]);
}
