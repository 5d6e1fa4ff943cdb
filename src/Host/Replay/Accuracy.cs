namespace Granary.Host.Replay;

/// <summary>Precision, recall and F1 over pairs of records, as record linkage counts them: a pair is two records of one customer.</summary>
internal sealed record Accuracy(double Precision, double Recall, double F1)
{
    /// <param name="parties">Record → the party that the hub linked it to.</param>
    /// <param name="truth">Record → the customer that it is in truth. Records that the hub does not know stand alone.</param>
    public static Accuracy Of(IReadOnlyDictionary<RecordId, string> parties, IReadOnlyDictionary<RecordId, string> truth)
    {
        var records = truth.Select(record => (Customer: record.Value, Party: parties.GetValueOrDefault(record.Key) ?? $"alone {record.Key}")).ToList();
        var found = Pairs(records.GroupBy(record => record.Party).Select(group => group.LongCount()));
        var there = Pairs(records.GroupBy(record => record.Customer).Select(group => group.LongCount()));
        var right = Pairs(records.GroupBy(record => record).Select(group => group.LongCount()));
        var precision = found == 0 ? 1 : (double)right / found;
        var recall = there == 0 ? 1 : (double)right / there;
        return new Accuracy(precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }

    private static long Pairs(IEnumerable<long> sizes) => sizes.Sum(size => size * (size - 1) / 2);
}

internal readonly record struct RecordId(string System, string Key);
