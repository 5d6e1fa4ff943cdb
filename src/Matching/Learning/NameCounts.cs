namespace Granary.Matching.Learning;

/// <summary>Counts names for <see cref="NameFrequencies"/>, a customer once.</summary>
internal static class NameCounts
{
    /// <summary>Listed by name, of each kind: some 30 kB of JSON. China's 400 commonest surnames are 95 % of its people.</summary>
    private const int Most = 400;

    /// <summary>Customers that bear a name which is listed: fewer would name somebody, and say little of how common it is.</summary>
    private const int Fewest = 20;

    /// <returns>Null where there are too few people.</returns>
    public static NameFrequencies? Learn(Customers customers)
    {
        var (whole, people) = Count(customers, name => name.Core);
        if (people < 50 * Fewest)
        {
            return null;
        }

        var (surnames, _) = Count(customers, name => NameFrequencies.SurnameOf(name).ToString());
        var (given, _) = Count(customers, name => name.Core[NameFrequencies.SurnameOf(name).Length..]);
        return new(
            ModelFile.Rounded(Coincidence(whole, people)), ModelFile.Rounded(Coincidence(surnames, people)), ModelFile.Rounded(Fewest / 2.0 / people),
            Common(whole, people), Common(surnames, people), Common(given, people));
    }

    private static (Dictionary<string, int> Counts, int People) Count(Customers customers, Func<NameForm, string> part) =>
        customers.Count(RecordKind.Person, record => record.Name.SurnameCount > 0 && record.Name.Core.Length > 1 ? [part(record.Name)] : []);

    private static double Coincidence(Dictionary<string, int> counts, int people) => counts.Values.Sum(n => n * (n - 1.0)) / (people * (people - 1.0));

    private static IReadOnlyDictionary<string, double> Common(Dictionary<string, int> counts, int people) => new SortedDictionary<string, double>(
        counts.Where(c => c.Value >= Fewest).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(Most)
            .ToDictionary(c => c.Key, c => ModelFile.Rounded(c.Value / (double)people)), StringComparer.Ordinal);
}
