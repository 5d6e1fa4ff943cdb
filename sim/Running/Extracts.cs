using System.Globalization;
using System.Text;
using Granary.Sim.People;
using Granary.Sim.Systems;

namespace Granary.Sim.Running;

/// <summary>The end-of-day files of holdings, of every system that keeps some: a past when the first day is told, then a file a day.</summary>
internal sealed class Extracts(IReadOnlyList<BankSystem> systems, string folder, ILogger log)
{
    /// <summary>A landing directory that is looked at for the first time finds so many days and ends of months.</summary>
    private const int Days = 31;
    private const int Months = 12;

    private readonly Lock _one = new();

    /// <summary>Writes a day; what was written before stays as it is.</summary>
    public void Close(DateOnly day)
    {
        lock (_one)
        {
            Directory.CreateDirectory(folder);
            foreach (var each in Extract.All)
            {
                if (systems.FirstOrDefault(s => s.Format.System == each.System) is { Switches.Down: false } system)
                {
                    var first = Directory.GetFiles(folder, $"{each.Stem}_*.ctl").Length == 0;
                    foreach (var one in first ? Past(day) : [day])
                    {
                        Write(each, system, one);
                    }
                }
            }
        }
    }

    private static IEnumerable<DateOnly> Past(DateOnly day) =>
        Enumerable.Range(1, Months).Select(m => new DateOnly(day.Year, day.Month, 1).AddMonths(1 - m).AddDays(-1))
            .Concat(Enumerable.Range(0, Days).Select(d => day.AddDays(-d))).Distinct().Order();

    private void Write(Extract each, BankSystem system, DateOnly day)
    {
        var name = Path.Combine(folder, $"{each.Stem}_{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        if (File.Exists(name + ".ctl"))
        {
            return;
        }

        var lines = new StringBuilder();
        var count = 0;
        foreach (var customer in system.Book.Customers.Where(c => !c.Closed))
        {
            foreach (var account in Accounts.Of(each.System, customer.Key, day).Where(a => a.Opened <= day))
            {
                lines.Append(each.Line(customer.Key, customer.Branch, account)).Append('\n');
                count++;
            }
        }

        var data = each.Encode(lines.ToString());
        Put(name + ".dat", data);
        Put(name + ".ctl", EndOfDay.Control(data)); // last: who sees it sees a whole pair
        log.FileWritten(each.System, Path.GetFileName(name) + ".dat", count);
    }

    private static void Put(string path, byte[] bytes)
    {
        File.WriteAllBytes(path + ".part", bytes);
        File.Move(path + ".part", path, overwrite: true);
    }
}
