using Granary.Ecif.Contracts;
using Granary.Gateway.Mapping;
using Granary.Wire;

namespace Granary.Gateway.Tests;

/// <summary>The two shapes of a customer, and what a system takes of it.</summary>
public sealed class MappingTests
{
    [Fact]
    [Trait("Case", "GATE-80")]
    public void A_customer_comes_back_from_the_wires_shape_as_it_went()
    {
        var attributes = new Dictionary<string, string>
        {
            [PartyAttribute.Name] = "赵玥",
            [PartyAttribute.Document] = "01\u001F230183198603094823\u001F99991231\u001E03\u001FE19077947",
            [PartyAttribute.Mobile] = "13904510001\u001E13904510002",
            [PartyAttribute.HomeAddress] = "黑龙江省\u001F230183",
            [PartyAttribute.Household] = "230183\u001FN",
            ["relation.spouse"] = "C013A12735\u001E\u001F陈海\u001F01\u001F230102198907028544",
            [PartyAttribute.Email] = "",
        };
        Assert.True(CustomerText.TryRead(CustomerText.Write(attributes), out var back, out _));
        Assert.Equal(attributes, back);
    }

    [Fact]
    [Trait("Case", "GATE-80")]
    public void Empty_trailing_parts_are_not_written()
    {
        var view = new CustomerView { [PartyAttribute.Document] = [new Dictionary<string, string> { ["type"] = "01", ["number"] = "X", ["expiry"] = "" }] };
        Assert.True(CustomerText.TryRead(view, out var attributes, out _));
        Assert.Equal("01\u001FX", attributes[PartyAttribute.Document]);
    }

    [Theory]
    [Trait("Case", "GATE-81")]
    [InlineData("赵\u001E玥")]
    [InlineData("赵\u001F玥")]
    public void A_value_that_carries_a_separator_is_a_fault_of_its_attribute(string name)
    {
        var view = new CustomerView { [PartyAttribute.Name] = [new Dictionary<string, string> { [""] = name }] };
        Assert.False(CustomerText.TryRead(view, out _, out var fault));
        Assert.Equal(PartyAttribute.Name, fault);
    }

    [Fact(Timeout = 60_000)]
    [Trait("Case", "GATE-82")]
    public async Task A_subscription_fits_what_the_system_has_a_place_for_and_fitting_again_changes_nothing()
    {
        await using var gateway = await TestGateway.StartAsync();
        var subscriptions = (IEnumerable<ISubscription>)gateway.Services.GetService(typeof(IEnumerable<ISubscription>))!;
        Assert.Equal(["CARD", "CBS", "CLMS", "EBANK", "IBP", "WMS"], subscriptions.Select(subscription => subscription.System).Order(StringComparer.Ordinal));
        foreach (var subscription in subscriptions)
        {
            Assert.Contains(PartyAttribute.Name, subscription.Attributes);
            var attributes = new Dictionary<string, string>
            {
                [PartyAttribute.Name] = "赵玥",
                [PartyAttribute.Document] = "01\u001F230183198603094823",
                [PartyAttribute.HomeAddress] = new string('村', 400),
            }.Where(attribute => subscription.Attributes.Contains(attribute.Key)).ToDictionary();
            var fitted = subscription.Fit(PartyKind.Person, "K1", attributes);
            Assert.Null(fitted.Fault);
            Assert.Equal("赵玥", fitted.Attributes[PartyAttribute.Name]);
            var again = subscription.Fit(PartyKind.Person, "K1", fitted.Attributes);
            Assert.Equal(fitted.Attributes, again.Attributes);
            Assert.Empty(again.Cut);
        }
    }
}
