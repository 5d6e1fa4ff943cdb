using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Prospects;

namespace Granary.Ocrm.Imports;

/// <summary>
/// 客户: a line that is of a customer corrects what is known of them; who is nobody's customer yet becomes one. Both are told to the customer
/// master, as a correction or a prospect that is entered by hand is, by the numbers of their own rows: once, whoever dies meanwhile.
/// </summary>
internal sealed class CustomerImport(IGoldenRecords records, TellEcif edits, TellProspects prospects) : ImportKind
{
    private static readonly (string Field, string Attribute)[] Corrected =
    [
        ("phone", PartyAttribute.Mobile), ("homePhone", PartyAttribute.HomePhone), ("officePhone", PartyAttribute.OfficePhone), ("email", PartyAttribute.Email),
        ("address", PartyAttribute.HomeAddress), ("workAddress", PartyAttribute.WorkAddress), ("employer", PartyAttribute.Employer),
    ];

    public override string Name => "customers";

    public override IReadOnlyList<ImportField> Fields { get; } =
    [
        new("number", ""), new("document", ""), new("name", "王芳"), new("kind", "个人"), new("phone", "13900000001"), new("homePhone", ""), new("officePhone", ""), new("email", ""), new("address", "集贤县兴安街九号"),
        new("workAddress", ""), new("employer", ""),
    ];

    public override IEnumerable<string> Permissions(ImportOptions options) => [Permission.CustomersEdit, Permission.ProspectsEdit];

    public override bool IsMapped(IReadOnlyDictionary<string, int> mapping) => mapping.ContainsKey("number") || mapping.ContainsKey("document");

    public override async Task<IReadOnlyList<Verdict>> RunAsync(ImportWork work, IReadOnlyList<ImportLine> lines, CancellationToken cancellation)
    {
        var matches = await work.MatchAsync(lines, Permission.CustomersEdit, CustomerList.OwnSight, byPhone: false);
        var golden = (await records.ReadAsync([.. matches.SelectMany(m => m.Rows.Take(1)).Select(r => r.Party).Distinct()], cancellation)).ToDictionary(p => p.Id);
        var said = lines.Select(l => SaidBy(work, l)).ToList();
        var changes = matches.Select((m, i) => m.Rows is [var row, ..] ? Changes(said[i], golden[row.Party]) : said[i]).ToList();
        var verdicts = matches.Select((m, i) => m.Rows is [var row, ..] ? Judged(work, row, said[i], changes[i]) : Verdict.Fault(m.Problem)).ToArray();
        if (work.Write)
        {
            await CorrectAsync(work, verdicts, [.. matches.Select(m => m.Rows is [var row, ..] ? golden[row.Party] : null)], changes);
        }

        await NobodiesAsync(work, lines, matches, verdicts);
        return verdicts;
    }

    public override async Task<IReadOnlyList<Verdict>> UndoAsync(ImportWork work, IReadOnlyList<ImportLine> lines, CancellationToken cancellation)
    {
        var corrected = lines.Where(l => l.RefOf("edit") is not null).ToList();
        var fresh = lines.Where(l => l.RefOf("prospect") is not null).ToList();
        var verdicts = corrected.Zip(await UndoCorrections.RunAsync(work, records, corrected, cancellation))
            .Concat(fresh.Zip(await UndoNewCustomers.RunAsync(work, fresh))).ToDictionary(v => v.First.Number, v => v.Second);
        return [.. lines.Select(l => verdicts[l.Number])];
    }

    public override void Wake()
    {
        edits.Wake();
        prospects.Wake();
    }

    private static Dictionary<string, string> SaidBy(ImportWork work, ImportLine line) => Corrected
        .Select(c => (c.Attribute, Value: work.Cell(line, c.Field))).Where(c => c.Value.Length > 0).ToDictionary(c => c.Attribute, c => c.Value, StringComparer.Ordinal);

    /// <summary>What the customer master does not hold already.</summary>
    private static Dictionary<string, string> Changes(Dictionary<string, string> said, PartySnapshot golden) =>
        said.Where(s => Canonical.Form(s.Key, First(golden, s.Key)) != Canonical.Form(s.Key, s.Value)).ToDictionary(StringComparer.Ordinal);

    internal static string First(PartySnapshot golden, string attribute) => PartyAttribute.Values(golden.Attributes.GetValueOrDefault(attribute) ?? "").FirstOrDefault() ?? "";

    private static Verdict Judged(ImportWork work, MatchedRow row, Dictionary<string, string> said, Dictionary<string, string> changes) =>
        said.Count == 0 ? Verdict.Fault("nothing")
        : said.Keys.FirstOrDefault(a => work.Caller.Sees(Classified.ClassOf(a)) == FieldSight.Hidden) is { } hidden ? Verdict.Fault("hidden", FieldOf(hidden))
        : said.FirstOrDefault(a => !EditCustomer.HasForm(a.Key, a.Value, work.Limits)) is { Key: { } attribute } ? Verdict.Fault("value", FieldOf(attribute))
        : changes.Count == 0 ? new Verdict(Verdict.Skipped, "same", Way: Verdict.Matched, Subject: row.Number)
        : new Verdict(Verdict.Good, Key: $"customer {row.Party}", Way: Verdict.Matched, Subject: row.Number);

    private static string FieldOf(string attribute) => Corrected.First(c => c.Attribute == attribute).Field;

    private static async Task CorrectAsync(ImportWork work, Verdict[] verdicts, IReadOnlyList<PartySnapshot?> parties, List<Dictionary<string, string>> changes)
    {
        var made = Enumerable.Range(0, verdicts.Length).Where(i => verdicts[i].Outcome == Verdict.Good).ToList();
        await work.Session.InsertAsync(EditCustomer.Edits,
            [.. made.Select(i => new Edit(0, parties[i]!.Id, verdicts[i].Subject, parties[i]!.Kind, changes[i], work.Caller.PersonId, work.Now, EditState.Waiting))]);
        // The last of a customer's is the one that was just written: a file says one thing of each.
        var ids = (await work.Session.QueryAsync("SELECT e.party_id, max(e.id) FROM {rows} CROSS JOIN ocrm.edit e WHERE e.party_id = k.id GROUP BY e.party_id",
            RowSet.Of("id", [.. made.Select(i => parties[i]!.Id)]), r => (Party: r.GetInt64(0), Id: r.GetInt64(1)))).ToDictionary(e => e.Party, e => e.Id);
        foreach (var i in made)
        {
            verdicts[i] = verdicts[i] with
            {
                Outcome = Verdict.Done, Ref = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"edit/{ids[parties[i]!.Id]}"),
                Before = JsonSerializer.Serialize(changes[i].Keys.ToDictionary(a => a, a => First(parties[i]!, a))),
            };
        }

        await AuditTrail.AppendAsync(work.Session, "ocrm", work.Now, [.. made.Select(i => EditCustomer.Audited(work.Caller, verdicts[i].Subject, changes[i]) with { Reason = work.Import.Subject })]);
    }

    /// <summary>Who is nobody's customer here becomes one, if there is a document by which the customer master can tell who it is.</summary>
    private static async Task NobodiesAsync(ImportWork work, IReadOnlyList<ImportLine> lines, IReadOnlyList<Match> matches, Verdict[] verdicts)
    {
        var places = Enumerable.Range(0, lines.Count).Where(i => matches[i].Problem == "nobody" && work.Cell(lines[i], "number").Length == 0).ToList();
        var fresh = places.Select(i => lines[i]).ToList();
        var newcomers = fresh.Select(l => NewProspects.Of(work, l) with { State = Prospect.Sent }).ToList();
        var checks = await NewProspects.CheckAsync(work, fresh, newcomers);
        var made = new List<(string, string)>();
        for (var i = 0; i < places.Count; i++)
        {
            verdicts[places[i]] = checks[i].Outcome == Verdict.Good && newcomers[i].Document.Length == 0 ? Verdict.Fault("no-document", "document") : checks[i];
            if (work.Write && verdicts[places[i]].Outcome == Verdict.Good)
            {
                verdicts[places[i]] = checks[i] with { Outcome = Verdict.Done, Ref = await NewProspects.AddAsync(work, newcomers[i]) };
                made.Add((verdicts[places[i]].Ref, NewProspects.Described(newcomers[i])));
            }
        }

        await NewProspects.AuditAsync(work, made);
    }
}
