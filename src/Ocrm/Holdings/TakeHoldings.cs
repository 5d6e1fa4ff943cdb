using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Kernel;
using Granary.Kernel.Storage;
using Granary.Ocrm.Storage;

namespace Granary.Ocrm.Holdings;

/// <summary>Takes what the systems report of their customers' accounts, and keeps what each customer has in each legal entity.</summary>
internal sealed class TakeHoldings(OcrmDatabase database, TimeProvider clock) : IHoldings
{
    public Task TakeAsync(IReadOnlyList<HoldingReport> reports, CancellationToken cancellation) => database.WriteAsync(session => WriteAsync(session, reports), cancellation);

    public Task<Verdict> TakeAsync(string messageId, byte[] bodyHash, HoldingReport report, CancellationToken cancellation) => database.WriteAsync(async session =>
    {
        var first = await session.ExecuteAsync(
            "INSERT INTO ocrm.holding_message (system, message_id, body_hash, at) VALUES (@system, @id, @hash, @at) ON CONFLICT (system, message_id) DO NOTHING",
            ("system", report.System), ("id", messageId), ("hash", bodyHash), ("at", clock.GetUtcNow().ToUnixTimeMilliseconds())) > 0;
        if (first)
        {
            await WriteAsync(session, [report]);
        }
        else if (!(await session.QueryAsync("SELECT body_hash FROM ocrm.holding_message WHERE system = @system AND message_id = @id",
            r => r.GetFieldValue<byte[]>(0), ("system", report.System), ("id", messageId)))[0].AsSpan().SequenceEqual(bodyHash))
        {
            return new Verdict(Outcome.Refused, Reason.BadField, null, "", "报文编号重复而内容不同");
        }

        var numbers = await session.QueryAsync(
            "SELECT c.number FROM ocrm.source_key s JOIN ocrm.customer c ON c.party_id = s.party_id WHERE s.system = @system AND s.key = @key AND s.until = 0 ORDER BY c.main DESC LIMIT 1",
            r => r.GetString(0), ("system", report.System), ("key", report.Key));
        return new Verdict(first ? Outcome.Applied : Outcome.Duplicate, Reason.None, numbers.FirstOrDefault(), "", "");
    }, cancellation);

    private static async Task WriteAsync(Session session, IReadOnlyList<HoldingReport> reports)
    {
        var accounts = reports.Select(r => (r.System, r.Account)).Distinct().ToList();
        var held = (await session.QueryAsync(
            $"SELECT {Holding.Columns} FROM {"{rows}"} CROSS JOIN ocrm.holding h WHERE h.system = k.system AND h.account = k.account ORDER BY h.system, h.account {session.ForUpdateOf("h")}",
            RowSet.Of("system", "account", accounts), Holding.Read)).ToDictionary(h => (h.System, h.Account));
        var touched = held.Values.Select(h => h.Party).ToHashSet();
        var before = held.ToDictionary(h => h.Key, h => h.Value.Worth);
        foreach (var report in reports)
        {
            var day = BankTime.Day(report.At);
            held[(report.System, report.Account)] = held.TryGetValue((report.System, report.Account), out var known) ? known.With(report, day) : Holding.Of(report, day);
        }

        var owners = await OwnersAsync(session, [.. held.Values.Select(h => (h.System, h.Key)).Distinct()]);
        var rows = held.Values.Select(h => Placed(h, owners)).OrderBy(h => h.System, StringComparer.Ordinal).ThenBy(h => h.Account, StringComparer.Ordinal).ToList();
        await session.InsertAsync(Holding.Insert, rows);
        await session.InsertAsync(Flow.Insert,
            [.. rows.Where(h => before.TryGetValue((h.System, h.Account), out var worth) && worth != h.Worth).Select(h => new Flow(h.System, h.Account, BankTime.Number(BankTime.Day(h.At)), h.Worth - before[(h.System, h.Account)]))]);
        touched.UnionWith(rows.Select(h => h.Party));
        await HoldingSums.WriteAsync(session, touched);
    }

    /// <summary>Whose the keys are, and where they belong first.</summary>
    private static async Task<Dictionary<(string System, string Key), (long Party, string Unit)>> OwnersAsync(Session session, IReadOnlyCollection<(string, string)> keys) =>
        (await session.QueryAsync(
            """
            SELECT s.system, s.key, s.party_id, COALESCE(c.unit, '') FROM {rows} CROSS JOIN ocrm.source_key s LEFT JOIN ocrm.customer c ON c.party_id = s.party_id AND c.main = 1
            WHERE s.system = k.system AND s.key = k.key AND s.until = 0
            """,
            RowSet.Of("system", "key", keys), r => (Key: (r.GetString(0), r.GetString(1)), Owner: (r.GetInt64(2), r.GetString(3))))).DistinctBy(o => o.Key).ToDictionary(o => o.Key, o => o.Owner);

    /// <summary>With its owner, and its unit: that of the report, else where the customer belongs first.</summary>
    private static Holding Placed(Holding holding, Dictionary<(string System, string Key), (long Party, string Unit)> owners)
    {
        var (party, home) = owners.GetValueOrDefault((holding.System, holding.Key), (0, ""));
        var unit = holding.Unit.Length > 0 ? holding.Unit : home;
        return holding with { Party = party, Unit = unit, Entity = unit.Length > 0 ? UnitCode.EntityOf(unit) : "" };
    }
}
