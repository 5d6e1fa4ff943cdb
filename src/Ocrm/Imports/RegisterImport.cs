using Granary.Access.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Prospects;
using Granary.Ocrm.Segments;

namespace Granary.Ocrm.Imports;

/// <summary>
/// 名册, such as a village's register of households: each line is matched to a customer, who gets a tag or joins a static segment; whom nobody
/// matches becomes a prospect, if that is wished.
/// </summary>
internal sealed class RegisterImport : ImportKind
{
    private const string Tag = "tag";
    private const string Segment = "segment";

    private static readonly string[] Making = [Tag, Segment];

    public override string Name => "registers";

    public override IReadOnlyList<ImportField> Fields { get; } =
    [
        new("name", "王芳"), new("document", ""), new("number", ""), new("phone", "13900000001"), new("village", "兴安村"), new("household", "001"), new("address", "兴安街九号"), new("note", ""),
    ];

    public override IEnumerable<string> Permissions(ImportOptions options) =>
    [
        Permission.CustomersRead, .. options.Tag is null ? [] : new[] { Permission.CustomersTag }, .. options.Segment is null ? [] : new[] { Permission.SegmentsEdit },
        .. options.Prospects ? new[] { Permission.ProspectsEdit } : [],
    ];

    public override async Task<string?> WrongAsync(ImportWork work)
    {
        var (options, session) = (work.Import.Options, work.Session);
        var tagged = options.Tag is null || await TagAsync(work) is not null;
        var joined = options.Segment is null || await Segments.Segment.FindAsync(session, work.Caller, options.Segment) is { Kind: Segments.Segment.Static } segment && segment.Person == work.Caller.PersonId;
        return tagged && joined && (options.Tag ?? options.Segment) is not null ? null : "import-options";
    }

    public override async Task<IReadOnlyList<Verdict>> RunAsync(ImportWork work, IReadOnlyList<ImportLine> lines, CancellationToken cancellation)
    {
        if (await WrongAsync(work) is not null)
        {
            return [.. lines.Select(_ => Verdict.Fault("target"))]; // its tag or segment is gone by now
        }

        var matches = await work.MatchAsync(lines, work.Import.Options.Tag is null ? Permission.SegmentsEdit : Permission.CustomersTag);
        var verdicts = matches.Select(m => m.Rows is [var row, ..] ? new Verdict(Verdict.Good, Key: $"customer {row.Party}", Way: Verdict.Matched, Subject: row.Number) : Verdict.Fault(m.Problem)).ToArray();
        if (work.Write)
        {
            await GiveAsync(work, matches, verdicts);
        }

        if (work.Import.Options.Prospects)
        {
            await NobodiesAsync(work, lines, matches, verdicts);
        }

        return verdicts;
    }

    public override async Task<IReadOnlyList<Verdict>> UndoAsync(ImportWork work, IReadOnlyList<ImportLine> lines, CancellationToken cancellation)
    {
        var fresh = lines.Where(l => l.RefOf("prospect") is not null).ToList();
        var verdicts = fresh.Zip(await NewProspects.UndoAsync(work, fresh)).ToDictionary(v => v.First.Number, v => v.Second);
        var gone = new HashSet<long>();
        foreach (var (what, table) in new[] { (Tag, "ocrm.customer_tag"), (Segment, "ocrm.segment_member") })
        {
            var made = lines.Select(l => (l.Number, Row: l.RefOf(what))).Where(l => l.Row is not null).ToDictionary(l => l.Row!.Value, l => l.Number);
            var there = await work.Session.QueryAsync($"SELECT t.id FROM {"{rows}"} CROSS JOIN {table} t WHERE t.id = k.id", RowSet.Of("id", made.Keys), r => r.GetInt64(0));
            await work.Session.ExecuteAsync($"DELETE FROM {table} WHERE id IN (SELECT k.id FROM {"{rows}"})", RowSet.Of("id", there));
            gone.UnionWith(there.Select(id => made[id]));
        }

        await AuditTrail.AppendAsync(work.Session, "ocrm", work.Now,
            [.. lines.Where(l => gone.Contains(l.Number)).Select(l => new AuditEntry(work.Caller.UserName, "", Permission.CustomersTag, l.Subject, work.Import.Subject, Before: l.Ref))]);
        return [.. lines.Select(l => verdicts.GetValueOrDefault(l.Number) ?? (gone.Contains(l.Number) ? new Verdict(Verdict.Undone) : new Verdict(Verdict.Stayed, "gone")))];
    }

    /// <summary>Whom nobody matches is judged as a prospect is, and becomes one.</summary>
    private static async Task NobodiesAsync(ImportWork work, IReadOnlyList<ImportLine> lines, IReadOnlyList<Match> matches, Verdict[] verdicts)
    {
        var places = Enumerable.Range(0, lines.Count).Where(i => matches[i].Problem is "nobody" or "empty").ToList();
        var fresh = places.Select(i => lines[i]).ToList();
        var prospects = fresh.Select(l => (NewProspects.Of(work, l) with { Note = Said(work, l) }).Canonical()).ToList();
        var checks = await NewProspects.CheckAsync(work, fresh, prospects);
        var made = new List<(string, string)>();
        for (var i = 0; i < places.Count; i++)
        {
            verdicts[places[i]] = checks[i];
            if (work.Write && checks[i].Outcome == Verdict.Good)
            {
                verdicts[places[i]] = checks[i] with { Outcome = Verdict.Done, Ref = await NewProspects.AddAsync(work, prospects[i]) };
                made.Add((verdicts[places[i]].Ref, NewProspects.Described(prospects[i])));
            }
        }

        await NewProspects.AuditAsync(work, made);
    }

    private static string Said(ImportWork work, ImportLine line) => string.Join(' ', new[] { "village", "household", "note" }.Select(f => work.Cell(line, f)).Where(t => t.Length > 0));

    private static async Task GiveAsync(ImportWork work, IReadOnlyList<Match> matches, Verdict[] verdicts)
    {
        var (session, entity) = (work.Session, work.Import.Entity);
        List<MatchedRow> rows = [.. matches.Where(m => m.Rows.Count > 0).Select(m => m.Rows[0]).DistinctBy(r => r.Party)];
        var made = new Dictionary<long, List<string>>();
        foreach (var what in Making)
        {
            var (id, table, column) = what == Tag ? (work.Import.Options.Tag, "ocrm.customer_tag", "tag_id") : (work.Import.Options.Segment, "ocrm.segment_member", "segment_id");
            if (id is null)
            {
                continue;
            }

            var target = long.Parse(id, System.Globalization.CultureInfo.InvariantCulture);
            var before = (await HeldAsync()).Select(h => h.Id).ToHashSet();
            if (what == Tag)
            {
                await TagCustomers.GiveAsync(session, [.. rows.Select(r => (r.Party, entity))], target, work.Caller, work.Now);
            }
            else
            {
                await SegmentMembers.AddAsync(session, target, [.. rows.Select(r => (r.Party, entity))], work.Now);
            }

            foreach (var held in (await HeldAsync()).Where(h => !before.Contains(h.Id)))
            {
                made.TryAdd(held.Party, []);
                made[held.Party].Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{what}/{held.Id}"));
            }

            Task<List<(long Id, long Party)>> HeldAsync() => session.QueryAsync(
                $"SELECT t.id, t.party_id FROM {"{rows}"} CROSS JOIN {table} t WHERE t.party_id = k.id AND t.entity = @entity AND t.{column} = @target",
                RowSet.Of("id", [.. rows.Select(r => r.Party)]), r => (r.GetInt64(0), r.GetInt64(1)), ("entity", entity), ("target", target));
        }

        for (var i = 0; i < verdicts.Length; i++)
        {
            if (matches[i].Rows is [var row, ..])
            {
                verdicts[i] = made.TryGetValue(row.Party, out var refs) ? verdicts[i] with { Outcome = Verdict.Done, Ref = string.Join(' ', refs) } : verdicts[i] with { Outcome = Verdict.Skipped, Problem = "already" };
            }
        }

        await AuditTrail.AppendAsync(session, "ocrm", work.Now,
            [.. verdicts.Where(v => v is { Outcome: Verdict.Done, Way: Verdict.Matched }).Select(v => new AuditEntry(work.Caller.UserName, "", Permission.CustomersTag, $"{v.Subject}/{entity}", work.Import.Subject, After: v.Ref))]);
    }

    private static async Task<string?> TagAsync(ImportWork work) =>
        long.TryParse(work.Import.Options.Tag, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id)
            ? (await work.Session.QueryAsync("SELECT t.name FROM ocrm.tag t WHERE t.id = @id AND t.entity = @entity", r => r.GetString(0), ("id", id), ("entity", work.Import.Entity))).SingleOrDefault()
            : null;
}
