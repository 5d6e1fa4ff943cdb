using Granary.Sim.Formats;
using Granary.Sim.Store;

namespace Granary.Sim.People;

/// <summary>
/// Types a person into a system, with a clerk's errors at about the rates of the recorded traffic: old and other documents, mistyped digits,
/// look-alike and lost characters, full-width digits, prefixes, abbreviations, blanks.
/// </summary>
/// <param name="dirt">How many times as many errors as in the recorded traffic.</param>
internal sealed class Clerk(Random random, Population population, double dirt = 1)
{
    /// <summary>Fills the 120 bytes of CBS's address and more: it is cut there.</summary>
    private const string Directions = "（原{0}{1}小学东侧第三排，邻粮食收储公司家属区，门前有两棵杨树，电话联系后由本人到村委会门口接）";

    private const string TownOutlet = "0102";

    private static readonly DateOnly LastFifteen = new(1985, 12, 31);

    public string NewKey(string system) =>
        $"{(system is "EBANK" or "IBP" or "WMS" ? system[0] : 'C')}{random.Next():X8}{random.Next(16):X}";

    /// <summary>The outlet in the county town has as many customers as all others.</summary>
    public string Branch(string region) => region + (Chance(0.5) ? TownOutlet : $"{random.Next(1, 10):00}{random.Next(1, 5):00}");

    /// <param name="spouseKey">The spouse's number at the same system, or null.</param>
    /// <param name="careful">Without any error.</param>
    public Customer Enter(Person person, SystemFormat format, string key, string? spouseKey, bool careful = false)
    {
        var customer = new Customer(key, person.IsOrganisation ? Fields.Organisation : Fields.Person) { Branch = Branch(person.Region) };
        var fields = customer.Fields;
        var (type, number) = careful ? (person.IsOrganisation ? "20" : "01", person.Document) : Document(person);
        fields[Fields.Name] = careful ? person.Name : person.IsOrganisation ? OrganisationName(person) : Name(person.Name);
        fields[Fields.IdType] = type;
        fields[Fields.IdNumber] = number;
        fields[Fields.IdExpiry] = "9999-12-31";
        fields[Fields.Gender] = !careful && Error(0.02) ? "" : person.Gender;
        fields[Fields.Birth] = person.Birth.ToString("yyyy-MM-dd", global::System.Globalization.CultureInfo.InvariantCulture);
        fields[Fields.Nationality] = "CHN";
        fields[Fields.Ethnic] = "01";
        fields[Fields.Mobile] = careful ? person.Mobile : Mobile(person, missing: format.System == "IBP" ? 0.09 : 0.035);
        fields[Fields.Phone] = format.System == "CLMS" ? person.Phone : "";
        fields[Fields.Email] = !careful && Error(0.1) ? "" : person.Email;
        fields[Fields.Address] = careful ? person.Address : Address(person.Address);
        fields[Fields.County] = person.Region;
        fields[Fields.Occupation] = "";
        fields[Fields.Employer] = person.Employer;
        fields[Fields.Village] = person.Region;
        fields[Fields.Head] = "N";
        fields[Fields.Risk] = "R2";
        fields[Fields.Pan] = person.CardNumber;
        if (spouseKey is not null)
        {
            fields[Fields.Spouse] = spouseKey;
        }

        if (format.System == "EBANK")
        {
            // EBANK says null where it has nothing.
            foreach (var name in new[] { Fields.Mobile, Fields.Email, Fields.Gender }.Where(name => !fields.Says(name)))
            {
                fields[name] = null;
            }
        }

        return customer;
    }

    private (string Type, string Number) Document(Person person)
    {
        if (person.IsOrganisation)
        {
            return Error(0.055) ? ("21", person.OtherDocument) : ("20", person.Document);
        }

        var drawn = Drawn();
        return drawn switch
        {
            < 0.036 => ("03", person.OtherDocument),
            < 0.053 => ("04", person.Document),
            < 0.098 when person.Birth <= LastFifteen => ("01", Documents.Fifteen(person.Document)),
            < 0.103 => ("01", person.Document.Replace('X', 'x')),
            < 0.115 => ("01", Mistyped(person.Document)),
            < 0.122 => ("01", Swapped(person.Document)),
            _ => ("01", person.Document),
        };
    }

    private string Name(string name)
    {
        var rare = Words.Rare.FirstOrDefault(character => name.Contains(character, StringComparison.Ordinal));
        if (rare is not null && Error(0.35))
        {
            return name.Replace(rare, population.Pick(Words.Lost), StringComparison.Ordinal);
        }

        var drawn = Drawn();
        return drawn switch
        {
            < 0.012 => Replaced(name, Words.Alike),
            < 0.022 => Replaced(name, Words.Traditional),
            < 0.06 when name.Length == 2 => $"{name[0]}　{name[1]}",
            _ => name,
        };
    }

    private string OrganisationName(Person person)
    {
        var county = Region.Of(person.Region).Short;
        var drawn = Drawn();
        return drawn switch
        {
            < 0.06 => person.Name.Replace("有限责任公司", "有限公司", StringComparison.Ordinal),
            < 0.09 when person.Name.StartsWith(county, StringComparison.Ordinal) => person.Name[county.Length..],
            < 0.11 => Words.Forms.Aggregate(person.Name, (name, form) => name.EndsWith(form, StringComparison.Ordinal) ? name[..^form.Length] : name),
            _ => person.Name,
        };
    }

    private string Mobile(Person person, double missing)
    {
        var drawn = Drawn();
        var mobile = person.Mobile;
        return mobile.Length != 11 || drawn < missing ? "" :
            drawn < missing + 0.023 ? $"+86 {mobile[..3]}-{mobile[3..7]}-{mobile[7..]}" :
            drawn < missing + 0.06 ? population.Mobile() : mobile;
    }

    private string Address(string address)
    {
        if (Error(0.1))
        {
            address = address.Replace(Region.Province, "", StringComparison.Ordinal);
        }

        if (Error(0.012))
        {
            address += string.Format(null, Directions, population.Pick(Words.Towns), population.Pick(Words.Villages));
        }

        var drawn = Drawn();
        return drawn switch
        {
            < 0.05 => string.Concat(address.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c)),
            < 0.07 => address.Replace('组', '屯').Replace("号", "", StringComparison.Ordinal),
            < 0.08 => address.Replace("黑龙江", "黑龍江", StringComparison.Ordinal).Replace("东", "東", StringComparison.Ordinal),
            < 0.095 => address.Replace("组", "组|", StringComparison.Ordinal).Replace("栋", "栋\\", StringComparison.Ordinal),
            _ => address,
        };
    }

    private static string Replaced(string name, (string Right, string Wrong)[] pairs)
    {
        var pair = pairs.FirstOrDefault(pair => name.Contains(pair.Right, StringComparison.Ordinal));
        return pair.Right is null ? name : name.Replace(pair.Right, pair.Wrong, StringComparison.Ordinal);
    }

    private string Mistyped(string number)
    {
        var at = random.Next(6, 17);
        return string.Concat(number.AsSpan(0, at), ((number[at] - '0' + random.Next(1, 10)) % 10).ToString(global::System.Globalization.CultureInfo.InvariantCulture), number.AsSpan(at + 1));
    }

    private string Swapped(string number)
    {
        var at = random.Next(6, 16);
        return string.Concat(number.AsSpan(0, at), [number[at + 1], number[at]], number.AsSpan(at + 2));
    }

    private bool Chance(double probability) => random.NextDouble() < probability;

    private bool Error(double probability) => Drawn() < probability;

    /// <summary>From 0 to 1, or to less where errors are to be likelier.</summary>
    private double Drawn() => random.NextDouble() / dirt;
}
