using Granary.Access;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;

namespace Granary.Ocrm.Ownership;

/// <summary>Who assists a customer's manager.</summary>
/// <param name="Share">Of the result, in percent; the manager has the rest.</param>
internal sealed record Assistant(string Person, int Share);

/// <summary>A customer in a legal entity, and who looks after them there.</summary>
internal sealed record Assisted(long Id, long Party, string Number, string Entity, string Manager, IReadOnlyList<Assistant> Assistants);

/// <summary>What is kept of assisting managers: rows that follow the customer through merges and splits, and their names beside the customer, by which lists find them.</summary>
internal static class Assistants
{
    /// <summary>The slots that there are; the columns beside the customer are as many.</summary>
    public const int Most = 2;

    public static PartyRows Rows { get; } = new("ocrm.assistant", "assistant", "at", "entity", "slot") { Asked = "1 = 0" };

    /// <returns>Why they cannot be who assists there, as a code; null: they can.</returns>
    /// <param name="entities">Person → the legal entities in which they have a post.</param>
    public static string? Wrong(Assisted customer, IReadOnlyList<Assistant> wanted, IReadOnlyDictionary<string, IReadOnlySet<string>?> entities) =>
        wanted.Any(a => a.Share is < 1 or > 99) || wanted.Sum(a => a.Share) > 99 ? "share-wrong"
        : wanted.Count > Most ? "assistants-many"
        : customer.Manager.Length == 0 ? "manager-missing"
        : wanted.Any(a => a.Person == customer.Manager) || wanted.DistinctBy(a => a.Person).Count() < wanted.Count ? "assistant-twice"
        : wanted.Any(a => entities.GetValueOrDefault(a.Person) is null) ? "manager-unknown"
        : wanted.Any(a => !entities[a.Person]!.Contains(customer.Entity)) ? "manager-elsewhere"
        : null;

    public static async Task<List<Assisted>> ReadAsync(Session session, IReadOnlyCollection<long> ids, bool forUpdate)
    {
        var customers = await session.QueryAsync(
            $"SELECT c.id, c.party_id, c.number, c.entity, o.manager FROM {OwnerRow.ToLock} WHERE c.id IN (SELECT k.id FROM {"{rows}"}) ORDER BY c.id {(forUpdate ? session.ForUpdateOf("o") : "")}",
            RowSet.Of("id", ids), r => new Assisted(r.GetInt64(0), r.GetInt64(1), r.GetString(2), r.GetString(3), r.GetString(4), []));
        var assistants = await OfAsync(session, ids);
        return [.. customers.Select(c => c with { Assistants = [.. assistants[c.Id]] })];
    }

    /// <summary>By the customer's row.</summary>
    public static async Task<ILookup<long, Assistant>> OfAsync(Session session, IReadOnlyCollection<long> ids) => (await session.QueryAsync(
        "SELECT c.id, a.person, a.share FROM {rows} CROSS JOIN ocrm.customer c JOIN ocrm.assistant a ON a.party_id = c.party_id AND a.entity = c.entity WHERE c.id = k.id ORDER BY a.slot",
        RowSet.Of("id", ids), r => (Customer: r.GetInt64(0), Assistant: new Assistant(r.GetString(1), r.GetInt32(2))))).ToLookup(a => a.Customer, a => a.Assistant);

    /// <param name="changes">Customers with who is to assist.</param>
    public static async Task WriteAsync(Session session, Caller caller, IReadOnlyList<(Assisted Customer, IReadOnlyList<Assistant> Wanted)> changes, long at)
    {
        var ids = RowSet.Of("id", [.. changes.Select(c => c.Customer.Id)]);
        await session.ExecuteAsync(
            "DELETE FROM ocrm.assistant WHERE id IN (SELECT a.id FROM {rows} CROSS JOIN ocrm.customer c JOIN ocrm.assistant a ON a.party_id = c.party_id AND a.entity = c.entity WHERE c.id = k.id)", ids);
        await session.InsertAsync(
            new Insert<(Assisted Customer, Assistant Assistant, int Slot)>("ocrm.assistant", "",
                new("party_id", ColumnType.Long, a => a.Customer.Party), new("recorded_for", ColumnType.Long, a => a.Customer.Party), new("entity", ColumnType.Text, a => a.Customer.Entity),
                new("slot", ColumnType.Small, a => (short)a.Slot), new("person", ColumnType.Text, a => a.Assistant.Person), new("share", ColumnType.Small, a => (short)a.Assistant.Share),
                new("by_person", ColumnType.Text, _ => caller.PersonId), new("at", ColumnType.Long, _ => at)),
            [.. changes.SelectMany(c => c.Wanted.Select((wanted, i) => (c.Customer, wanted, i + 1)))]);
        await SettleAsync(session, "c.id = k.id", ids);
        await AuditTrail.AppendAsync(session, "ocrm", at, [.. changes.Select(c => new AuditEntry(
            caller.UserName, caller.From, Permission.CustomersAllocate, $"{c.Customer.Number}/{c.Customer.Entity}", "assistants", Text(c.Customer.Assistants), Text(c.Wanted)))]);
    }

    /// <summary>Of customers: whoever is their manager now assists no more, and of who is nobody's nobody; who does stands beside them. After every change of either, in its transaction.</summary>
    public static Task SettleAsync(Session session, IReadOnlyCollection<long> customers) => SettleAsync(session, "c.id = k.id", RowSet.Of("id", customers));

    public static Task SettlePartiesAsync(Session session, IReadOnlyCollection<long> parties) => SettleAsync(session, "c.party_id = k.id", RowSet.Of("id", parties));

    private static async Task SettleAsync(Session session, string which, RowSet rows)
    {
        // Nearly nobody is assisted, and whoever moves many customers need not write each of them a second time.
        var touched = await session.QueryAsync(
            $"""
            SELECT c.id FROM {"{rows}"} CROSS JOIN ocrm.customer c {OwnerRow.OfCustomer} WHERE {which} AND (o.assistant <> '' OR EXISTS (
                SELECT 1 FROM ocrm.assistant a WHERE a.party_id = c.party_id AND a.entity = c.entity))
            """, rows, r => r.GetInt64(0));
        if (touched.Count == 0)
        {
            return;
        }

        var ids = RowSet.Of("id", touched);
        await session.ExecuteAsync(
            $"""
            DELETE FROM ocrm.assistant WHERE id IN (
                SELECT a.id FROM {"{rows}"} CROSS JOIN ocrm.customer c {OwnerRow.OfCustomer} JOIN ocrm.assistant a ON a.party_id = c.party_id AND a.entity = c.entity
                WHERE c.id = k.id AND (o.manager IN ('', a.person) OR EXISTS (
                    SELECT 1 FROM ocrm.assistant b WHERE b.party_id = a.party_id AND b.entity = a.entity AND b.person = a.person AND b.slot < a.slot)))
            """, ids);
        await session.ExecuteAsync(
            """
            UPDATE ocrm.owner AS o SET
                assistant = COALESCE((SELECT a.person FROM ocrm.assistant a WHERE a.party_id = o.party_id AND a.entity = o.entity ORDER BY a.slot LIMIT 1), ''),
                second_assistant = COALESCE((SELECT a.person FROM ocrm.assistant a WHERE a.party_id = o.party_id AND a.entity = o.entity ORDER BY a.slot LIMIT 1 OFFSET 1), ''),
                version = o.version + 1
            FROM {rows} CROSS JOIN ocrm.customer c WHERE c.id = k.id AND o.party_id = c.party_id AND o.entity = c.entity
            """, ids);
    }

    private static string Text(IReadOnlyList<Assistant> assistants) => string.Join(", ", assistants.Select(a => $"{a.Person} {a.Share} %"));
}
