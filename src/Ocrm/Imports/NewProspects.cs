using Granary.Access.Contracts;
using Granary.Chinese;
using Granary.Ecif.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Prospects;

namespace Granary.Ocrm.Imports;

/// <summary>Prospects that lines of a file are of: the checks of one that is entered by hand, for many at once.</summary>
internal static class NewProspects
{
    private static readonly string[] Organisations = ["organisation", "企业", "单位", "机构", "对公"];

    /// <summary>As it will be kept.</summary>
    public static Prospect Of(ImportWork work, ImportLine line) => new Prospect(
        0, Organisations.Contains(work.Cell(line, "kind").ToLowerInvariant()) ? "organisation" : "person", work.Cell(line, "name"), work.Cell(line, "document"), work.Cell(line, "phone"), work.Cell(line, "address"),
        work.Cell(line, "source") is { Length: > 0 } source ? source : Shortened(work.Import.File, work.Limits.EditCharacters), work.Cell(line, "note"),
        work.Import.Entity, work.Import.Unit, work.Caller.PersonId, Prospect.Open, "", work.Caller.PersonId, work.Now, work.Now, 1).Canonical();

    /// <summary>What is wrong with each, by itself or because it is known already; good where nothing is.</summary>
    public static async Task<IReadOnlyList<Verdict>> CheckAsync(ImportWork work, IReadOnlyList<ImportLine> lines, IReadOnlyList<Prospect> prospects)
    {
        var matches = await work.MatchAsync(lines, Permission.CustomersRead);
        var keys = prospects.Select(KeyOf).ToList();
        var (customers, known) = (await CustomersAsync(work, prospects), await KnownAsync(work, prospects));
        return [.. prospects.Zip(matches, keys).Select(each => Of(each.First, each.Second, each.Third))];

        Verdict Of(Prospect prospect, Match match, string key) =>
            prospect.Wrong(work.Limits) is { } wrong ? Verdict.Fault(wrong, FieldOf(wrong, prospect))
            : match is { Problem: "", Rows: [var row, ..] } ? Verdict.Fault("customer-already") with { Subject = row.Number }
            : customers.Contains(prospect.Document) ? Verdict.Fault("customer-elsewhere", "document")
            : known.Contains(key) ? Verdict.Fault("prospect-already")
            : new Verdict(Verdict.Good, Key: key, Way: Verdict.Fresh);
    }

    /// <returns>What it is referred to by.</returns>
    public static async Task<string> AddAsync(ImportWork work, Prospect prospect)
    {
        var id = await prospect.InsertAsync(work.Session);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"prospect/{id}");
    }

    /// <summary>One entry for each prospect, as one that is entered by hand has.</summary>
    public static Task AuditAsync(ImportWork work, IEnumerable<(string Ref, string After)> prospects) => AuditTrail.AppendAsync(work.Session, "ocrm", work.Now,
        [.. prospects.Select(p => new AuditEntry(work.Caller.UserName, "", Permission.ProspectsEdit, p.Ref, work.Import.Subject, After: p.After))]);

    public static string Described(Prospect prospect) => $"{prospect.State} {Masked.Name(prospect.Name)} {Masked.Phone(prospect.Mobile)}".TrimEnd();

    /// <summary>Takes prospects away that are as they were made.</summary>
    public static async Task<IReadOnlyList<Verdict>> UndoAsync(ImportWork work, IReadOnlyList<ImportLine> lines)
    {
        var seen = work.Caller.SightOf(Permission.ProspectsEdit).In(Prospect.Sight);
        var found = (await work.Session.QueryAsync(
            $"SELECT {Prospect.Columns} FROM {"{rows}"} CROSS JOIN ocrm.prospect p WHERE p.id = k.id AND {seen.Sql} ORDER BY p.id {work.Session.ForUpdateOf("p")}",
            RowSet.Of("id", [.. lines.Select(Id)]), Prospect.Read, [.. seen.Parameters])).ToDictionary(p => p.Id);
        var verdicts = lines.Select(l => found.GetValueOrDefault(Id(l)) switch
        {
            null => new Verdict(Verdict.Stayed, "gone"),
            { State: Prospect.Converted or Prospect.Joined or Prospect.Sent } => new Verdict(Verdict.Stayed, "became-customer"),
            { Version: > 1 } => new Verdict(Verdict.Stayed, "changed-since"),
            _ => new Verdict(Verdict.Undone),
        }).ToList();
        var gone = lines.Zip(verdicts).Where(v => v.Second.Outcome == Verdict.Undone).Select(v => v.First).ToList();
        await work.Session.ExecuteAsync("DELETE FROM ocrm.prospect WHERE id IN (SELECT k.id FROM {rows})", RowSet.Of("id", [.. gone.Select(Id)]));
        await AuditAsync(work, gone.Select(l => (l.Ref, "removed")));
        return verdicts;

        static long Id(ImportLine line) => line.RefOf("prospect")!.Value;
    }

    private static string FieldOf(string wrong, Prospect prospect) => wrong switch
    {
        "prospect-mobile" => "phone",
        "prospect-document" => "document",
        _ => prospect.Name.Length == 0 ? "name" : "",
    };

    /// <summary>Who a prospect is, as far as a file says: their document, else their phone with their name.</summary>
    private static string KeyOf(Prospect prospect) =>
        prospect.Document.Length > 0 ? prospect.Document : prospect.Mobile.Length > 0 ? $"{prospect.Mobile} {PersonName.Canonical(prospect.Name)}" : "";

    /// <summary>Documents whose customers the legal entity has, in sight or not; as <see cref="CheckProspect"/> says: by the whole document only.</summary>
    private static async Task<HashSet<string>> CustomersAsync(ImportWork work, IReadOnlyList<Prospect> prospects) =>
        work.Caller.Sees(DataClass.C3) == FieldSight.Hidden ? [] : [.. await work.Session.QueryAsync(
            "SELECT DISTINCT k.document FROM {rows} CROSS JOIN ocrm.search_token t JOIN ocrm.customer c ON c.party_id = t.party_id WHERE t.token = k.token AND c.entity = @entity",
            RowSet.Of("token", "document", [.. prospects.Where(p => ValidForm.OfDocument(p.DocumentType, p.Document)).Select(p => (CustomerTokens.Document(p.Document), p.Document)).Distinct()]),
            r => r.GetString(0), ("entity", work.Import.Entity))];

    /// <summary>Which of the keys are of prospects that the legal entity has and that are not settled.</summary>
    private static async Task<HashSet<string>> KnownAsync(ImportWork work, IReadOnlyList<Prospect> prospects)
    {
        const string Open = "p.entity = @entity AND p.state IN ('open', 'refused', 'sent')";
        HashSet<string> known = [.. await work.Session.QueryAsync($"SELECT p.document FROM {"{rows}"} CROSS JOIN ocrm.prospect p WHERE p.document = k.document AND {Open}",
            RowSet.Of("document", [.. prospects.Select(p => p.Document).Where(d => d.Length > 0).Distinct()]), r => r.GetString(0), ("entity", work.Import.Entity))];
        known.UnionWith(await work.Session.QueryAsync($"SELECT p.mobile, p.name FROM {"{rows}"} CROSS JOIN ocrm.prospect p WHERE p.mobile = k.mobile AND {Open}",
            RowSet.Of("mobile", [.. prospects.Where(p => p.Document.Length == 0 && p.Mobile.Length > 0).Select(p => p.Mobile).Distinct()]),
            r => $"{r.GetString(0)} {PersonName.Canonical(r.GetString(1))}", ("entity", work.Import.Entity)));
        return known;
    }

    private static string Shortened(string text, int most) => text.Length <= most ? text : text[..most];
}
