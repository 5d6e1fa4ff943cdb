using Granary.Chinese;

namespace Granary.Tests;

public sealed class OrganisationNumberTests(ITestOutputHelper output)
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    // The examples of GB 32100-2015 (annex), GB 11714-1997 and GS 15-2006; the last two codes are public companies' own.
    [Theory]
    [InlineData("91350100M000100Y43", "M000100Y4")]
    [InlineData("91110000802100433B", "802100433")]
    [InlineData("9144030071526726XG", "71526726X")]
    [Trait("Case", "CHIN-10")]
    public void A_unified_code_is_valid_and_holds_the_organisation_code(string code, string inner)
    {
        var read = UnifiedSocialCreditCode.Parse(code.ToLowerInvariant());
        Assert.True(read.Valid);
        Assert.Equal(code, read.Canonical);
        Assert.Equal(inner, read.OrganisationCode);
        Assert.True(OrganisationCode.Parse(inner).Valid);
    }

    [Theory]
    [InlineData("D2143569-X")]
    [InlineData("d2143569x")]
    [InlineData("Ｄ２１４３５６９－Ｘ")]
    [Trait("Case", "CHIN-11")]
    public void An_organisation_code_is_read_with_or_without_its_dash(string typed)
    {
        var read = OrganisationCode.Parse(typed);
        Assert.True(read.Valid);
        Assert.Equal("D2143569X", read.Canonical);
    }

    [Theory]
    [InlineData("", NumberDefect.Empty)]
    [InlineData("91350100M000100Y4", NumberDefect.Length)]
    [InlineData("91350100I000100Y43", NumberDefect.Characters)]
    [InlineData("91990100M000100Y43", NumberDefect.Region)]
    [InlineData("91350100M000100Y44", NumberDefect.CheckDigit)]
    [Trait("Case", "CHIN-12")]
    public void A_defect_of_a_unified_code_is_named(string code, NumberDefect defect) => Assert.Equal(defect, UnifiedSocialCreditCode.Parse(code).Defect);

    [Fact]
    [Trait("Case", "CHIN-13")]
    public void A_licence_of_the_old_kind_checks_by_modulus_11_10()
    {
        Assert.True(BusinessLicenceNumber.Parse("110108000000016").Valid);
        Assert.Equal(NumberDefect.CheckDigit, BusinessLicenceNumber.Parse("110108000000017").Defect);
        Assert.Equal(NumberDefect.Length, BusinessLicenceNumber.Parse("1101080000000").Defect);
    }

    [Fact]
    [Trait("Case", "CHIN-14")]
    public void Any_single_wrong_character_of_a_unified_code_is_found()
    {
        var (seed, random) = ResidentIdNumberTests.Seeded(output);
        for (var round = 0; round < 200; round++)
        {
            var seventeen = "91230102" + string.Concat(Enumerable.Range(0, 9).Select(_ => Alphabet[random.Next(31)]));
            var code = seventeen + UnifiedSocialCreditCode.CheckCharacter(seventeen);
            Assert.True(UnifiedSocialCreditCode.Parse(code).Valid, $"seed {seed}");
            for (var i = 0; i < 18; i++)
            {
                foreach (var wrong in Alphabet.Where(c => c != code[i]))
                {
                    Assert.False(UnifiedSocialCreditCode.Parse(code[..i] + wrong + code[(i + 1)..]).Valid, $"seed {seed}, character {i}");
                }
            }
        }
    }
}
