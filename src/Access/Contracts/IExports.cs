using System.Text.Json;

namespace Granary.Access.Contracts;

/// <summary>Who decides about exports above a limit. Without one such exports are refused.</summary>
public interface IExportApprovals
{
    /// <summary>Rows that the caller may take away without anybody else's agreement.</summary>
    Task<int> RowsAloneAsync(Caller caller, CancellationToken cancellation);

    /// <summary>Lays the export before somebody else, bound to its content.</summary>
    /// <returns>The proposal's number.</returns>
    Task<long> ProposeAsync(Caller maker, ExportProposal proposal, CancellationToken cancellation);
}

/// <param name="List">The list's name.</param>
/// <param name="Rows">How many rows there are now.</param>
/// <param name="Content">What <see cref="IExports.StartAsync"/> is given once it is agreed to: filter, order, columns, format, reason.</param>
public sealed record ExportProposal(string List, long Rows, JsonElement Content, string Reason);

/// <summary>Exports as background jobs.</summary>
public interface IExports
{
    /// <summary>Starts an export that was agreed to, under the rights that its maker has now.</summary>
    /// <returns>The job, or null where the maker may not (any more) or has too many jobs.</returns>
    Task<string?> StartAsync(Caller maker, string list, JsonElement content, CancellationToken cancellation);
}
