using Granary.Ocrm.Campaigns;

namespace Granary.Ocrm.Tests;

/// <summary>What a plan must be before anybody is asked to approve it, and how its texts are filled (docs/cases.md, CAMP).</summary>
public sealed class CampaignPlanTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    private static readonly StepText Text = new("您好", "Hello");

    [Fact, Trait("Case", "CAMP-13")]
    public void Steps_without_cycle_all_reached_with_texts_in_both_languages_can_be_carried_out()
    {
        Assert.Empty(Faults(Task(1, 2), new CampaignStep(2, "wait", 3, Days: 3), new CampaignStep(3, "branch", 4, 5, If: new StepCondition("response")), Task(4), new CampaignStep(5, "list")));
        Assert.Empty(Faults(new CampaignStep(1, "sms", Text: new("{salutation}，{link}", "{name} {link}"), Link: "https://bank.example/p")));
    }

    [Fact, Trait("Case", "CAMP-13")]
    public void What_a_plan_lacks_is_said_of_the_step_that_lacks_it()
    {
        Assert.Equal(["2 cycle"], Faults(Task(1, 2), new CampaignStep(2, "wait", 3, Days: 1), Task(3, 2)));
        Assert.Equal(["3 unreached"], Faults(Task(1, 2), Task(2), Task(3)));
        Assert.Equal(["1 next", "1 text-missing"], Faults(Task(1, 9) with { Title = new("有", "") }));
        Assert.Equal(["1 placeholder"], Faults(Task(1) with { Text = new("{姓名}", "{name}") }));
        Assert.Equal(["1 link"], Faults(new CampaignStep(1, "sms", Text: new("{link}", "{link}"))));
        Assert.Equal(["1 link"], Faults(new CampaignStep(1, "sms", Text: Text, Link: "http://bank.example")));
        Assert.Equal(["1 text-long"], Faults(new CampaignStep(1, "sms", Text: new(new string('长', 301), "x"))));
        Assert.Equal(["1 days"], Faults(new CampaignStep(1, "wait", 2), Task(2)));
        Assert.Equal(["1 condition"], Faults(new CampaignStep(1, "branch", 2, If: new StepCondition("delivery", Step: 2)), Task(2)));
        Assert.Equal(["1 channel"], Faults(Task(1) with { Channel = "sms" }));
        Assert.Equal(["0 no-contact"], Faults(new CampaignStep(1, "wait", Days: 1)));
        Assert.Equal(["0 no-steps"], Faults());
    }

    [Theory, Trait("Case", "CAMP-14")]
    [InlineData("{salutation}您好，{manager}", "zh-CN", "欧阳女士您好，{name}")]
    [InlineData("Dear {salutation}, {link}{unknown}", "en", "Dear Ms 欧阳, https://x/{name}{unknown}")]
    public void Gaps_are_filled_once_and_never_read_again(string text, string language, string expected) =>
        Assert.Equal(expected, FillText.Fill(text, new TextGaps("欧阳娜", "person", "230521198506211246", "{name}", "", "", "https://x/{name}"), language));

    [Fact, Trait("Case", "CAMP-03")]
    public void The_share_that_is_held_out_is_the_percentage_and_another_campaign_holds_out_others()
    {
        var first = Enumerable.Range(1, 20_000).Where(p => Selection.IsHeldOut(7, p, 10)).ToHashSet();
        Assert.InRange(first.Count, 1_800, 2_200);
        Assert.InRange(Enumerable.Range(1, 20_000).Count(p => Selection.IsHeldOut(8, p, 10) && first.Contains(p)), 100, 320);
        Assert.DoesNotContain(Enumerable.Range(1, 1_000), p => Selection.IsHeldOut(7, p, 0));
    }

    private static CampaignStep Task(int id, int next = 0) => new(id, "task", next, Title: Text, Text: Text);

    private static string[] Faults(params CampaignStep[] steps)
    {
        var plan = CampaignPlan.Empty with { Audience = new CampaignAudience("union", ["1"], []), Steps = steps };
        var campaign = new Campaign(1, "n", "230521", "230521", "head", "draft", "", 20260601, 20261231, plan, [], 1, 0, 0, "", "", 0, 0, 0, 0, 0, 1);
        return [.. CheckPlan.Faults(campaign, Today, new OcrmLimits()).Select(f => $"{f.Step} {f.Problem}")];
    }
}
