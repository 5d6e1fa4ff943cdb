using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Ecif.Contracts;
using Granary.Kernel.Auditing;
using Granary.Kernel.Storage;
using Granary.Ocrm.Customers;
using Granary.Ocrm.Ownership;

namespace Granary.Ocrm.Imports;

/// <summary>
/// A correction is taken back by another one: to what was there before, where the customer master still holds ours. Where nothing was there
/// before, our word is withdrawn.
/// </summary>
internal static class UndoCorrections
{
    public static async Task<IReadOnlyList<Verdict>> RunAsync(ImportWork work, IGoldenRecords records, IReadOnlyList<ImportLine> lines, CancellationToken cancellation)
    {
        var edits = (await work.Session.QueryAsync($"SELECT {Edit.Columns} FROM {"{rows}"} CROSS JOIN ocrm.edit e WHERE e.id = k.id", RowSet.Of("id", [.. lines.Select(Id)]), Edit.Read)).ToDictionary(e => e.Id);
        var parties = edits.Values.Select(e => e.Party).Distinct().ToList();
        var seen = work.Caller.SightOf(Permission.CustomersEdit).In(CustomerList.OwnSight);
        var mine = (await work.Session.QueryAsync($"SELECT c.party_id FROM {"{rows}"} CROSS JOIN ocrm.customer c {OwnerRow.OfCustomer} WHERE c.party_id = k.id AND c.entity = @entity AND {seen.Sql}",
            RowSet.Of("id", parties), r => r.GetInt64(0), [.. seen.Parameters, ("entity", work.Import.Entity)])).ToHashSet();
        var golden = (await records.ReadAsync(parties, cancellation)).ToDictionary(p => p.Id);
        var (verdicts, back) = (new List<Verdict>(), new List<Edit>());
        foreach (var line in lines)
        {
            var edit = edits[Id(line)];
            var answer = Answer(edit, golden[edit.Party], JsonSerializer.Deserialize<Dictionary<string, string>>(line.Before)!);
            verdicts.Add(edit.State == EditState.Waiting ? new Verdict(Verdict.Stayed, "waiting")
                : !mine.Contains(edit.Party) ? new Verdict(Verdict.Stayed, "out-of-sight")
                : edit.State == EditState.Taken && answer.Count == 0 ? new Verdict(Verdict.Stayed, "not-ours") : new Verdict(Verdict.Undone));
            if (verdicts[^1].Outcome == Verdict.Undone && answer.Count > 0)
            {
                back.Add(edit with { Attributes = answer, Person = work.Caller.PersonId, At = work.Now, State = EditState.Waiting });
            }
        }

        await work.Session.InsertAsync(EditCustomer.Edits, back);
        await AuditTrail.AppendAsync(work.Session, "ocrm", work.Now, [.. back.Select(e => EditCustomer.Audited(work.Caller, e.Number, e.Attributes) with { Reason = $"{work.Import.Subject} taken back" })]);
        return verdicts;

        static long Id(ImportLine line) => line.RefOf("edit")!.Value;
    }

    /// <summary>What to say for each attribute of which ours is what survives.</summary>
    private static Dictionary<string, string> Answer(Edit edit, PartySnapshot golden, Dictionary<string, string> before) => edit.State != EditState.Taken ? [] : edit.Attributes
        .Where(a => Canonical.Form(a.Key, CustomerImport.First(golden, a.Key)) == Canonical.Form(a.Key, Normalised.Form(a.Key, a.Value)))
        .ToDictionary(a => a.Key, a => before[a.Key], StringComparer.Ordinal);
}
