using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Kernel;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Ownership;
using Granary.Ocrm.Work;

namespace Granary.Ocrm.Sending;

/// <summary>The list of messages to customers, as those who look after the sending see it: what was written in them is not shown.</summary>
internal static class OutgoingList
{
    public static ListDefinition Definition { get; } = new(
        "outgoing", $"ocrm.outgoing e LEFT JOIN ocrm.customer c ON c.party_id = e.party_id AND c.entity = e.entity {OwnerRow.OfCustomer}", "e.id",
        CustomerList.Sight with { Entity = "e.entity" }, Permission.MessagesRead,
        [
            new("key", ColumnKind.Text, "e.key") { Title = "来源", Width = 270, Filters = [FilterOp.Eq, FilterOp.Starts] },
            new("channel", ColumnKind.Code, "e.channel") { Title = "渠道", Width = 80, Options = SendingChannel.All },
            new("state", ColumnKind.Code, "e.state") { Title = "状态", Width = 100, Options = OutgoingState.All },
            new("outcome", ColumnKind.Text, "e.outcome") { Title = "结果", Width = 120, Filters = [FilterOp.Eq, FilterOp.Starts, FilterOp.Empty, FilterOp.NotEmpty] },
            new("address", ColumnKind.Text, "e.address", DataClass.C2) { Title = "地址", Width = 170, Mask = MaskAddress, Filters = [FilterOp.Eq] },
            new("customer", ColumnKind.Text, "COALESCE(c.name, '')", DataClass.C1) { Title = "客户", Width = 120, Mask = Masked.Name, Filters = [] },
            new("number", ColumnKind.Text, "COALESCE(c.number, '')") { Title = "客户编号", Width = 140, Default = false, Filters = [FilterOp.Eq] },
            new("attempt", ColumnKind.Number, "e.attempt") { Title = "次数", Width = 70 },
            new("tries", ColumnKind.Number, "e.tries") { Title = "退回次数", Width = 80, Default = false },
            new("at", ColumnKind.Time, "e.at") { Title = "时间", Width = 130 },
            new("createdAt", ColumnKind.Time, "e.created_at") { Title = "生成时间", Width = 130, SortBy = "e.created_at" },
            new("messageId", ColumnKind.Text, "e.message_id") { Title = "消息编号", Width = 240, Default = false, Filters = [FilterOp.Eq] },
            new("line", ColumnKind.Text, "e.line") { Title = "连接", Width = 160, Default = false, Filters = [FilterOp.Eq, FilterOp.Starts] },
            new("decidedBy", ColumnKind.Code, "e.decided_by") { Title = "处理人", Width = 110, Default = false, Names = WorkNames.People },
            new("entity", ColumnKind.Code, "e.entity") { Title = "法人机构", Width = 170, Default = false, Names = WorkNames.Units },
        ],
        [new ListSort("createdAt", Descending: true)])
    {
        Actions = [new ListAction("send-again", Permission.DeliveriesDecide, DecideDoubt.SendAgainAsync), new ListAction("let-be", Permission.DeliveriesDecide, DecideDoubt.LetBeAsync)],
    };

    /// <summary>138****5678; w***@bank.example; an id of somebody who works here as it is.</summary>
    private static string MaskAddress(string address) =>
        address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{address[0]}***{address[at..]}" : address.Length > 0 && address.All(char.IsAsciiDigit) ? Masked.Phone(address) : address;
}
