using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Holdings;

namespace Granary.Ocrm.Imports;

/// <summary>
/// 持有: balances of products that no system of the bank reports, such as policies of an insurer. They stand under a system of their own, one
/// for each legal entity, so that what a bank system reported is never touched.
/// </summary>
internal sealed class HoldingImport : ImportKind
{
    /// <summary>A holding as it was before an import wrote over it.</summary>
    private sealed record Earlier(string Kind, string Product, string Title, string State, long Balance, long? Amount, int Opened, int Matures, long At, byte[] Series, long Import);

    public override string Name => "holdings";

    public override IReadOnlyList<ImportField> Fields { get; } =
    [
        new("number", ""), new("document", ""), new("name", "王芳"), new("phone", "13900000001"), new("account", "P2026000123", Needed: true), new("holding", "代理"), new("product", "A01"), new("title", "家财险"),
        new("balance", "1200.00", Needed: true), new("amount", "200000.00"), new("opened", "2026-01-01"), new("matures", "2026-12-31"), new("state", "正常"), new("asof", "2026-06-30"),
    ];

    public override IEnumerable<string> Permissions(ImportOptions options) => [Permission.CustomersRead];

    public override async Task<IReadOnlyList<Verdict>> RunAsync(ImportWork work, IReadOnlyList<ImportLine> lines, CancellationToken cancellation)
    {
        var matches = await work.MatchAsync(lines, Permission.CustomersRead);
        var read = lines.Select(l => HoldingLine.Read(work, l)).ToList();
        var held = await HeldAsync(work, [.. read.Select(r => r.Holding?.Account).OfType<string>().Distinct()]);
        var (verdicts, rows) = (new Verdict[lines.Count], new List<Holding>());
        for (var i = 0; i < lines.Count; i++)
        {
            var known = read[i].Holding is { } said ? held.GetValueOrDefault(said.Account) : default;
            verdicts[i] = Judged(read[i], matches[i], known.Holding);
            if (work.Write && verdicts[i].Outcome == Verdict.Good)
            {
                rows.Add(read[i].Holding! with
                {
                    System = SystemOf(work), Key = matches[i].Rows[0].Number, Party = matches[i].Rows[0].Party, Unit = matches[i].Rows[0].Unit,
                    Series = (known.Holding?.Series ?? BalanceSeries.Empty).With(read[i].Holding!.Series.Last, read[i].Holding!.Balance),
                });
                verdicts[i] = verdicts[i] with { Outcome = Verdict.Done, Before = known.Holding is null ? "" : Written(known.Holding, known.Import) };
            }
        }

        return work.Write ? await WriteAsync(work, verdicts, read, rows) : verdicts;
    }

    public override async Task<IReadOnlyList<Verdict>> UndoAsync(ImportWork work, IReadOnlyList<ImportLine> lines, CancellationToken cancellation)
    {
        var held = (await work.Session.QueryAsync(
            $"SELECT {Holding.Columns}, h.import_id FROM {"{rows}"} CROSS JOIN ocrm.holding h WHERE h.id = k.id ORDER BY h.id {work.Session.ForUpdateOf("h")}",
            RowSet.Of("id", [.. lines.Select(Id)]), r => (Holding: Holding.Read(r), Import: r.GetInt64(21)))).ToDictionary(h => h.Holding.Id);
        var verdicts = lines.Select(l => !held.TryGetValue(Id(l), out var known) ? new Verdict(Verdict.Stayed, "gone")
            : known.Import != work.Import.Id ? new Verdict(Verdict.Stayed, "changed-since") : new Verdict(Verdict.Undone)).ToList();
        var back = lines.Zip(verdicts).Where(v => v.Second.Outcome == Verdict.Undone).Select(v => v.First).ToList();
        await work.Session.ExecuteAsync("DELETE FROM ocrm.holding WHERE id IN (SELECT k.id FROM {rows})", RowSet.Of("id", [.. back.Where(l => l.Before.Length == 0).Select(Id)]));
        foreach (var import in back.Where(l => l.Before.Length > 0).Select(l => (held[Id(l)].Holding, Earlier: JsonSerializer.Deserialize<Earlier>(l.Before)!)).GroupBy(l => l.Earlier.Import))
        {
            await work.Session.InsertAsync(InsertOf(import.Key), [.. import.Select(l => l.Holding with
            {
                Kind = l.Earlier.Kind, Product = l.Earlier.Product, Title = l.Earlier.Title, State = l.Earlier.State, Balance = l.Earlier.Balance, Amount = l.Earlier.Amount,
                Opened = l.Earlier.Opened, Matures = l.Earlier.Matures, At = l.Earlier.At, Series = BalanceSeries.Unpack(l.Earlier.Series),
            })]);
        }

        await HoldingSums.WriteAsync(work.Session, [.. back.Select(l => held[Id(l)].Holding.Party).Distinct()]);
        await AuditAsync(work, back.Select(l => (l.Subject, "taken back")));
        return verdicts;

        static long Id(ImportLine line) => line.RefOf("holding")!.Value;
    }

    private static Verdict Judged((Holding? Holding, Verdict? Fault) read, Match match, Holding? known) =>
        read.Fault
        ?? (match.Rows is not [var row, ..] ? Verdict.Fault(match.Problem)
            : known is not null && known.Party != row.Party ? Verdict.Fault("other", "account")
            : known is not null && known.At > read.Holding!.At ? Verdict.Fault("newer", "asof")
            : new Verdict(Verdict.Good, Key: read.Holding!.Account, Way: Verdict.Matched, Subject: row.Number));

    private static string SystemOf(ImportWork work) => $"OCRM-{work.Import.Entity}";

    private static async Task<Dictionary<string, (Holding Holding, long Import)>> HeldAsync(ImportWork work, IReadOnlyCollection<string> accounts) => (await work.Session.QueryAsync(
        $"SELECT {Holding.Columns}, h.import_id FROM {"{rows}"} CROSS JOIN ocrm.holding h WHERE h.system = @system AND h.account = k.account ORDER BY h.account {(work.Write ? work.Session.ForUpdateOf("h") : "")}",
        RowSet.Of("account", accounts), r => (Holding: Holding.Read(r), Import: r.GetInt64(21)), ("system", SystemOf(work)))).ToDictionary(h => h.Holding.Account, StringComparer.Ordinal);

    private static async Task<IReadOnlyList<Verdict>> WriteAsync(ImportWork work, Verdict[] verdicts, List<(Holding? Holding, Verdict? Fault)> read, List<Holding> rows)
    {
        await work.Session.InsertAsync(InsertOf(work.Import.Id), rows);
        await HoldingSums.WriteAsync(work.Session, [.. rows.Select(r => r.Party).Distinct()]);
        var written = await HeldAsync(work, [.. rows.Select(r => r.Account)]);
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i].Outcome == Verdict.Done)
            {
                verdicts[i] = verdicts[i] with { Ref = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"holding/{written[read[i].Holding!.Account].Holding.Id}") };
            }
        }

        await AuditAsync(work, verdicts.Where(v => v.Outcome == Verdict.Done).Select(v => (v.Subject, v.Ref)));
        return verdicts;
    }

    private static Task AuditAsync(ImportWork work, IEnumerable<(string Number, string After)> holdings) => AuditTrail.AppendAsync(work.Session, "ocrm", work.Now,
        [.. holdings.Select(h => new AuditEntry(work.Caller.UserName, "", Permission.ImportsEdit, $"{h.Number}/{work.Import.Entity}", work.Import.Subject, After: h.After))]);

    private static string Written(Holding h, long import) => JsonSerializer.Serialize(new Earlier(h.Kind, h.Product, h.Title, h.State, h.Balance, h.Amount, h.Opened, h.Matures, h.At, h.Series.Pack(), import));

    /// <summary>As a report is written, with the import that did.</summary>
    private static Insert<Holding> InsertOf(long import) => new(Holding.Insert.Table, $"{Holding.Insert.OnConflict}, import_id = excluded.import_id",
        [.. Holding.Insert.Columns, new("recorded_for", ColumnType.Long, h => h.Party), new("import_id", ColumnType.Long, _ => import)]);
}
