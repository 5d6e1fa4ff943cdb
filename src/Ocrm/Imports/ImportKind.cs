using Granary.Access.Contracts;
using Granary.Kernel.Storage;

namespace Granary.Ocrm.Imports;

/// <param name="Example">A cell of the template.</param>
internal sealed record ImportField(string Name, string Example, bool Needed = false);

/// <summary>A transaction's worth of an import, and under whose rights.</summary>
/// <param name="Write">Whether it is done; otherwise the same is only looked at.</param>
internal sealed record ImportWork(Session Session, Import Import, Caller Caller, OcrmLimits Limits, long Now, bool Write)
{
    public string Cell(ImportLine line, string field) => Import.Cell(line, field);

    /// <summary>Whether a customer is meant at all, and which of those in sight inside the import's legal entity.</summary>
    /// <param name="byPhone">Whether the phone says who it is, and not what it is to be.</param>
    public async Task<IReadOnlyList<Match>> MatchAsync(IReadOnlyList<ImportLine> lines, string permission, SightColumns? columns = null, bool byPhone = true) =>
        [.. (await MatchCustomers.RunAsync(Session, Caller, permission, [.. lines.Select(l => new Wanted(Cell(l, "number"), Cell(l, "document"), byPhone ? Cell(l, "phone") : "", Cell(l, "name")))], columns))
            .Select(m => m.Rows.Where(r => r.Entity == Import.Entity).ToList() is { Count: > 0 } here ? new Match(here, "") : m.Rows.Count > 0 ? new Match([], "nobody") : m)];
}

/// <summary>What lines of a kind of file become: looked at, done and taken back some hundred at a time, each a transaction.</summary>
internal abstract class ImportKind
{
    public abstract string Name { get; }

    /// <summary>In the order of the template.</summary>
    public abstract IReadOnlyList<ImportField> Fields { get; }

    /// <summary>What its user must be allowed besides importing.</summary>
    public abstract IEnumerable<string> Permissions(ImportOptions options);

    /// <summary>Whether enough columns are known to begin.</summary>
    public virtual bool IsMapped(IReadOnlyDictionary<string, int> mapping) =>
        Fields.Where(f => f.Needed).All(f => mapping.ContainsKey(f.Name))
        && (mapping.ContainsKey("number") || mapping.ContainsKey("document") || (mapping.ContainsKey("phone") && mapping.ContainsKey("name")));

    /// <summary>What is wrong with the options, as a code; null where nothing is.</summary>
    public virtual Task<string?> WrongAsync(ImportWork work) => Task.FromResult<string?>(null);

    /// <summary>Looks at lines and, where it is to be done, does what those ask for that nothing is wrong with.</summary>
    /// <returns>One for each line: good or wrong where it was looked at, done, skipped or wrong where it was done.</returns>
    public abstract Task<IReadOnlyList<Verdict>> RunAsync(ImportWork work, IReadOnlyList<ImportLine> lines, CancellationToken cancellation);

    /// <summary>Takes back what lines made, where nobody changed it since.</summary>
    /// <returns>One for each line: undone, or stayed with the reason.</returns>
    public abstract Task<IReadOnlyList<Verdict>> UndoAsync(ImportWork work, IReadOnlyList<ImportLine> lines, CancellationToken cancellation);

    /// <summary>Somebody else is to hear of what was written, now that it is committed.</summary>
    public virtual void Wake()
    {
    }
}
