using Granary.Matching.Linkage;

namespace Granary.Tests.Linkage;

/// <summary>Numbers that outlive a run. Clusters are given by the lowest row of each, as the linker gives them.</summary>
public sealed class StableNumbersTests
{
    [Fact, Trait("Case", "LINK-30")]
    public void Without_an_earlier_run_clusters_are_numbered_by_their_first_rows() =>
        Assert.Equal([1, 2, 1, 3], StableNumbers.Of([0, 1, 0, 3], [0, 0, 0, 0]));

    [Fact, Trait("Case", "LINK-30")]
    public void A_merged_cluster_keeps_the_number_of_more_rows_and_a_split_one_leaves_it_to_the_larger_part()
    {
        Assert.Equal([7, 7, 7, 7], StableNumbers.Of([0, 0, 0, 0], [4, 7, 7, 0]));
        Assert.Equal([5, 4, 4], StableNumbers.Of([0, 1, 1], [4, 4, 4]));
        Assert.Equal([4, 5], StableNumbers.Of([0, 1], [4, 4])); // halves: the lower row
        Assert.Equal([4, 4], StableNumbers.Of([0, 0], [9, 4])); // halves: the lower number
    }

    [Theory, Trait("Case", "LINK-30")]
    [InlineData(1)]
    [InlineData(2)]
    public void Rows_that_are_added_renumber_nothing_and_no_number_is_given_twice(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var first = Clusters(random, [], 40);
            var numbers = StableNumbers.Of(first, new int[40]);
            var grown = Clusters(random, first, 60);
            var later = StableNumbers.Of(grown, [.. numbers, .. new int[20]]);
            Assert.Equal(numbers, later[..40]);
            Assert.Equal(grown.Distinct().Count(), later.Distinct().Count());
            Assert.Equal(later.Length, later.Zip(grown).GroupBy(x => x.First).Sum(g => g.Select(x => x.Second).Distinct().Count() == 1 ? g.Count() : 0));
        }
    }

    /// <summary>Clusters of so many rows that go on from those of the first rows.</summary>
    private static int[] Clusters(Random random, int[] first, int rows)
    {
        var clusters = first.ToList();
        while (clusters.Count < rows)
        {
            clusters.Add(clusters.Count > 0 && random.Next(2) == 0 ? clusters[random.Next(clusters.Count)] : clusters.Count);
        }

        return [.. clusters];
    }
}
