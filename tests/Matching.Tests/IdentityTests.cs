using Granary.Chinese;
using Granary.Matching;

namespace Granary.Tests;

public sealed class IdentityTests
{
    [Theory]
    [InlineData("01", "11010519491231002x")]
    [InlineData("02", "１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("04", "110105491231002")]
    [Trait("Case", "MATCH-01")]
    public void Types_that_carry_the_same_number_are_one_identity(string type, string number)
    {
        var claim = Assert.Single(IdentityClaim.Of(type, number));
        Assert.Equal("1:11010519491231002X", claim.Identity.Key);
        Assert.True(claim.Trusted);
        Assert.Equal(number.Length == 18, claim.Checked);
    }

    [Fact]
    [Trait("Case", "MATCH-02")]
    public void A_bad_check_digit_is_a_claim_that_is_not_trusted()
    {
        var claim = Assert.Single(IdentityClaim.Of("01", "110105194912310021"));
        Assert.False(claim.Trusted);
        Assert.Equal(NumberDefect.CheckDigit, claim.Defect);
    }

    [Fact]
    [Trait("Case", "MATCH-03")]
    public void A_unified_code_claims_the_organisation_code_inside_it() =>
        Assert.Equal(IdentityClaim.Of("22", "M000100Y-4"), IdentityClaim.Of("20", "91350100m000100y43").Skip(1));

    [Theory]
    [InlineData("03", "E93828495", true)]
    [InlineData("03", "E9382", false)]
    [InlineData("05", "军字第1234567号", false)]
    [InlineData("21", "110108000000016", true)]
    [InlineData("21", "91350100M000100Y43", true)]
    [InlineData("99", "1234567", false)]
    [Trait("Case", "MATCH-04")]
    public void Other_documents_are_trusted_as_far_as_their_form_goes(string type, string number, bool trusted) =>
        Assert.Equal(trusted, IdentityClaim.Of(type, number)[0].Trusted);

    [Fact]
    [Trait("Case", "MATCH-05")]
    public void Hashes_are_the_same_in_every_process_and_version()
    {
        // Stored in databases: where a rule changes, every record is to be looked at again.
        Assert.Equal(-3299744265565906074, new Identity(DocumentClass.ResidentId, "11010519491231002X").Hash);
        Assert.Equal([], BlockingKeys.Of(Make.Person("A/1", "", birth: null)));
        Assert.Equal([-6330294407838986405, 6798709829387259745, 8942056905055177793], BlockingKeys.Of(Make.Person("A/1", "赵玥", phone: "13904510001", address: Make.House)));
    }

    [Fact]
    [Trait("Case", "MATCH-06")]
    public void Placeholders_and_empty_fields_make_no_keys()
    {
        Assert.Empty(BlockingKeys.Of(Make.Person("A/1", "赵玥", "111111111111111111", birth: "1900-01-01", phone: "13800000000")));
        Assert.Empty(BlockingKeys.Of(Make.Company("A/2", "")));
    }

    [Fact]
    [Trait("Case", "MATCH-07")]
    public void No_record_has_more_keys_than_the_limit()
    {
        var record = MatchRecord.From(new()
        {
            Id = "A/1",
            Kind = RecordKind.Person,
            Name = "赵玥",
            Documents = [.. Enumerable.Range(0, 9).Select(i => ("03", $"E9382849{i}"))],
            Birth = new DateOnly(1986, 3, 9),
            Phones = [.. Enumerable.Range(0, 9).Select(i => $"1390451000{i}")],
            Emails = ["a@example.com", "b@example.com"],
            Addresses = [Make.House, "北京市朝阳区1号"],
            Cards = ["6228480148351041881"],
        });
        Assert.Equal(BlockingKeys.Limit, BlockingKeys.Of(record).Count);
    }
}
