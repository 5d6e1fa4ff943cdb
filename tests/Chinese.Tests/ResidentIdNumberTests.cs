using Granary.Chinese;

namespace Granary.Tests;

public sealed class ResidentIdNumberTests(ITestOutputHelper output)
{
    // The two examples of GB 11643-1999, clause 5.
    [Theory]
    [InlineData("11010519491231002X", "1949-12-31", Gender.Female)]
    [InlineData("440524188001010014", "1880-01-01", Gender.Male)]
    [Trait("Case", "CHIN-01")]
    public void The_standards_examples_are_valid(string number, string birth, Gender gender)
    {
        var read = ResidentIdNumber.Parse(number);
        Assert.True(read.Valid);
        Assert.Equal(number, read.Canonical);
        Assert.Equal(DateOnly.Parse(birth), read.BirthDate);
        Assert.Equal(gender, read.Gender);
        Assert.Equal(number[..6], read.Region);
    }

    [Theory]
    [InlineData("11010519491231002x")]
    [InlineData(" 110105 1949 1231 002X ")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("110105-19491231-002X")]
    [InlineData("110105491231002")]
    [Trait("Case", "CHIN-02")]
    public void However_it_is_typed_the_canonical_form_is_one(string typed) =>
        Assert.Equal("11010519491231002X", ResidentIdNumber.Parse(typed).Canonical);

    [Theory]
    [InlineData(null, NumberDefect.Empty)]
    [InlineData("　", NumberDefect.Empty)]
    [InlineData("1101051949123100", NumberDefect.Length)]
    [InlineData("E93828495", NumberDefect.Length)]
    [InlineData("11010519491231A02X", NumberDefect.Characters)]
    [InlineData("1101051949123100?X", NumberDefect.Characters)]
    [InlineData("99010519491231002X", NumberDefect.Region)]
    [InlineData("11010519490231002X", NumberDefect.BirthDate)]
    [InlineData("110105194912310021", NumberDefect.CheckDigit)]
    [Trait("Case", "CHIN-03")]
    public void A_defect_is_named_and_nothing_is_thrown(string? number, NumberDefect defect) => Assert.Equal(defect, ResidentIdNumber.Parse(number).Defect);

    [Fact]
    [Trait("Case", "CHIN-04")]
    public void Any_single_wrong_digit_and_any_swap_of_neighbours_is_found()
    {
        var (seed, random) = Seeded(output);
        for (var round = 0; round < 500; round++)
        {
            var number = Any(random);
            for (var i = 0; i < 18; i++)
            {
                foreach (var wrong in "0123456789X".Where(c => c != number[i] && (i == 17 || c != 'X')))
                {
                    Assert.False(ResidentIdNumber.Parse(number[..i] + wrong + number[(i + 1)..]).Valid, $"seed {seed}, digit {i}");
                }

                if (i < 16 && number[i] != number[i + 1])
                {
                    Assert.False(ResidentIdNumber.Parse(number[..i] + number[i + 1] + number[i] + number[(i + 2)..]).Valid, $"seed {seed}, swap {i}");
                }
            }
        }
    }

    [Fact]
    [Trait("Case", "CHIN-05")]
    public void Fifteen_digits_rise_to_the_eighteen_that_they_were_cut_from()
    {
        var (seed, random) = Seeded(output);
        for (var round = 0; round < 2_000; round++)
        {
            var number = Any(random, century: 19);
            if (number[14..17].CompareTo("996") >= 0)
            {
                continue; // a centenarian's sequence, which belongs to the 1800s
            }

            var read = ResidentIdNumber.Parse(number[..6] + number[8..17]);
            Assert.True(read is { Valid: true, Raised: true } && read.Canonical == number, $"seed {seed}");
        }
    }

    [Fact]
    [Trait("Case", "CHIN-06")]
    public void The_number_never_reaches_a_log_by_itself() =>
        Assert.DoesNotContain("110105", $"{ResidentIdNumber.Parse("11010519491231002X")} {PhoneNumber.Parse("13800138000")}");

    internal static (int Seed, Random Random) Seeded(ITestOutputHelper output)
    {
        var seed = Environment.GetEnvironmentVariable("GRANARY_SEED") is { } given ? int.Parse(given) : Random.Shared.Next();
        output.WriteLine($"GRANARY_SEED={seed}");
        return (seed, new Random(seed));
    }

    private static string Any(Random random, int? century = null)
    {
        var born = new DateOnly(century is null ? random.Next(1900, 2026) : (century.Value * 100) + random.Next(100), random.Next(1, 13), random.Next(1, 29));
        var seventeen = $"{(string[])["230102", "110105", "440524", "650100", "830000"] switch { var regions => regions[random.Next(regions.Length)] }}{born:yyyyMMdd}{random.Next(1000):000}";
        return seventeen + ResidentIdNumber.CheckCharacter(seventeen);
    }
}
