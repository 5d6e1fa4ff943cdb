namespace Granary.Matching.Linkage;

/// <summary>Numbers of clusters that keep to those of an earlier run: records that came since renumber nothing.</summary>
public static class StableNumbers
{
    /// <summary>
    /// The number of each row's cluster. A cluster goes on under the number that most of its rows had, and a number with the cluster that most of its rows are in;
    /// where that is as many, the lower number, then the lower row. New clusters are numbered behind the highest, in the order of their first rows.
    /// </summary>
    /// <param name="clusters">For each row the lowest row of its cluster.</param>
    /// <param name="before">For each row its cluster's number in the earlier run, from 1; 0: it was not there.</param>
    public static int[] Of(int[] clusters, int[] before)
    {
        var shared = new Dictionary<(int Cluster, int Number), int>();
        for (var row = 0; row < clusters.Length; row++)
        {
            if (before[row] > 0)
            {
                shared[(clusters[row], before[row])] = shared.GetValueOrDefault((clusters[row], before[row])) + 1;
            }
        }

        var numbers = new int[clusters.Length];
        var given = new HashSet<int>();
        foreach (var ((cluster, number), _) in shared.OrderByDescending(s => s.Value).ThenBy(s => s.Key.Number).ThenBy(s => s.Key.Cluster))
        {
            if (numbers[cluster] == 0 && given.Add(number))
            {
                numbers[cluster] = number;
            }
        }

        var last = before.DefaultIfEmpty().Max();
        for (var row = 0; row < clusters.Length; row++)
        {
            numbers[row] = clusters[row] != row ? numbers[clusters[row]] : numbers[row] > 0 ? numbers[row] : ++last;
        }

        return numbers;
    }
}
