using Granary.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Granary.Gateway.Tests;

/// <summary>What the gateway is told, and refuses to be told.</summary>
public sealed class SettingsTests
{
    [Theory]
    [Trait("Case", "GATE-90")]
    [InlineData("{\"XYZ\":{\"hub\":\"127.0.0.1:1\"}}", "XYZ")]
    [InlineData("{\"CBS\":{\"hup\":\"127.0.0.1:1\"}}", "hup")]
    [InlineData("{\"CBS\":{\"hub\":\"nowhere\"}}", "nowhere")]
    [InlineData("{\n\"CBS\":", ":2")]
    public void A_wrong_endpoints_file_stops_the_start_by_name(string json, string named)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, json);
        var fault = Assert.Throws<GatewayOptionsException>(() => new ServiceCollection()
            .AddGateway(new GatewayOptions { Interfaces = Path.Combine(Shared.RepositoryRoot, "interfaces"), Endpoints = file, Data = Path.GetTempPath() })
            .BuildServiceProvider()
            .GetRequiredService<BankSystems>());
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    [Trait("Case", "GATE-91")]
    public void A_limit_that_cannot_be_kept_stops_the_start_by_name()
    {
        var options = new GatewayOptions { Interfaces = "nowhere", Data = ".", Limits = new GatewayLimits { OutgoingFrames = 0, BackOffMost = TimeSpan.Zero } };
        var fault = Assert.Throws<GatewayOptionsException>(() => new ServiceCollection().AddGateway(options));
        Assert.Contains("OutgoingFrames", fault.Message, StringComparison.Ordinal);
        Assert.Contains("BackOffMost", fault.Message, StringComparison.Ordinal);
        Assert.Contains("nowhere", fault.Message, StringComparison.Ordinal);
        Assert.Empty(new GatewayLimits().Faults());
    }
}
