using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using Granary.Matching.Linkage;
using LinkOptions = Granary.Matching.Linkage.LinkOptions;

namespace Granary.Host.Commands.Match;

internal sealed record MatchRequest(IReadOnlyList<FileInfo> Files, LinkMode? Mode, string? Truth, IReadOnlyList<string> Exclude, FileInfo? Labels, int Seed, string? Explain, bool Chinese);

/// <summary>One run of <c>granary match</c>.</summary>
/// <param name="Encodings">Of each file.</param>
/// <param name="Asked">The pair to be explained.</param>
/// <param name="Truth">For each row whose it is, where that was told; null: it was not.</param>
internal sealed record MatchRun(MatchRequest Request, Linked Linked, IReadOnlyList<Encoding> Encodings, RecordPlaces Places, int[]? Truth, (int A, int B)? Asked, LinkMode Mode, double SecondsOfReading)
{
    // As for Linker.Run: the table as it was read is not to stay in memory.
    /// <exception cref="UserError">A file is not what it should be; says which and why.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static MatchRun Of(MatchRequest request, LinkSettings settings)
    {
        var watch = Stopwatch.StartNew();
        var tables = new CsvTables(request);
        var table = tables.Read();
        var seconds = watch.Elapsed.TotalSeconds;
        var mode = request.Mode ?? (request.Files.Count == 1 ? LinkMode.Dedupe : LinkMode.Both);
        if (mode == LinkMode.Link && request.Files.Count < 2)
        {
            throw new UserError("--mode link compares records of different files; only one was given");
        }

        var places = new RecordPlaces([.. request.Files.Select(file => file.Name)], [.. tables.FirstRows, table.Rows]);
        var labels = request.Labels is null ? [] : MatchLabels.Read(request.Labels, places);
        var asked = request.Explain is { } names ? places.Pair(names) : ((int A, int B)?)null;
        try
        {
            var linked = new Linker(new LinkOptions(mode, request.Seed) { Settings = settings, Labels = labels }).Run(table);
            return new(request, linked, tables.Encodings, places, tables.Truth, asked, mode, seconds);
        }
        catch (FormatException e)
        {
            throw new UserError(e.Message);
        }
    }

    /// <summary>The file, and the line's number among its records, from 1.</summary>
    public (string File, int Record) At(int row)
    {
        var file = Linked.Table.Sources[row];
        return (Request.Files[file].Name, row - Places.FirstRows[file] + 1);
    }
}
