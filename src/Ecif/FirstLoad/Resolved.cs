using System.Runtime.InteropServices;
using Granary.Matching;
using Granary.Matching.Bulk;

namespace Granary.Ecif.FirstLoad;

/// <summary>What resolution found, in a file: whose each record is, the suspects, and who holds what several parties claim.</summary>
internal sealed class Resolved
{
    private readonly Dictionary<long, int> _holders;

    private Resolved(int[] clusters, List<(int A, int B, double Probability, CannotLink Reason)> suspects, Dictionary<long, int> holders) =>
        (Clusters, Suspects, _holders) = (clusters, suspects, holders);

    /// <summary>For each record the lowest number among those of its party.</summary>
    public int[] Clusters { get; }

    /// <summary>Records of two parties that may be one.</summary>
    public IReadOnlyList<(int A, int B, double Probability, CannotLink Reason)> Suspects { get; }

    /// <summary>Whether the party of a cluster is the one that holds an identity: what several claim is held by who claimed it first.</summary>
    public bool Holds(int cluster, Identity identity) => !_holders.TryGetValue(identity.Hash, out var holder) || holder == cluster;

    /// <param name="first">The one of several records that was the first to say what it says.</param>
    public static void Write(string path, BulkOutcome outcome, Func<IReadOnlyList<int>, int> first)
    {
        using var file = new BinaryWriter(File.Create(path));
        file.Write(outcome.Clusters.Length);
        file.Write(MemoryMarshal.AsBytes(outcome.Clusters.AsSpan()));
        file.Write(outcome.Suspects.Count);
        foreach (var suspect in outcome.Suspects)
        {
            file.Write(suspect.A);
            file.Write(suspect.B);
            file.Write(suspect.Score.Probability);
            file.Write((int)suspect.Score.CannotLink);
        }

        file.Write(outcome.Contested.Count);
        foreach (var contested in outcome.Contested)
        {
            file.Write(contested.Hash);
            file.Write(outcome.Clusters[first(contested.Records)]);
        }
    }

    public static Resolved Read(string path)
    {
        using var file = new BinaryReader(File.OpenRead(path));
        var clusters = new int[file.ReadInt32()];
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(clusters.AsSpan()));
        var suspects = new List<(int, int, double, CannotLink)>();
        for (var left = file.ReadInt32(); left > 0; left--)
        {
            suspects.Add((file.ReadInt32(), file.ReadInt32(), file.ReadDouble(), (CannotLink)file.ReadInt32()));
        }

        var holders = new Dictionary<long, int>();
        for (var left = file.ReadInt32(); left > 0; left--)
        {
            holders[file.ReadInt64()] = file.ReadInt32();
        }

        return new Resolved(clusters, suspects, holders);
    }
}
