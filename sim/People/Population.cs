using System.Globalization;

namespace Granary.Sim.People;

/// <summary>Makes people and organisations: families that share a house and sometimes a phone, twins, organisations with their seat.</summary>
internal sealed class Population(Random random)
{
    private static readonly DateOnly Eldest = new(1940, 1, 1);
    private static readonly DateOnly Youngest = new(2007, 12, 31);

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public bool Chance(double probability) => random.NextDouble() < probability;

    public string Mobile() =>
        Pick<string>(["130", "131", "132", "134", "135", "136", "137", "138", "139", "150", "151", "153", "155", "157", "158", "159", "173", "177", "180", "182", "186", "188", "189"])
        + random.Next(100_000_000).ToString("00000000", CultureInfo.InvariantCulture);

    public string Email() => $"{random.Next():x8}@example.com";

    public string Phone() => string.Create(CultureInfo.InvariantCulture, $"0{random.Next(451, 460)}-{random.Next(2_000_000, 9_000_000)}");

    /// <summary>An address of the county: a street in town, or a village with or without group and number.</summary>
    public string Address(Region region, bool seat)
    {
        var place = Region.Province + region.City + region.County;
        if (seat)
        {
            return $"{place}{Pick(Words.Streets)}{random.Next(1, 400)}号";
        }

        if (Chance(0.3))
        {
            return $"{place}{Pick(Words.Streets)}{random.Next(1, 400)}号{random.Next(1, 20)}栋{random.Next(1, 7)}单元{random.Next(101, 3000)}室";
        }

        var village = place + Pick(Words.Towns) + Pick(Words.Villages);
        return Chance(0.45) ? village : $"{village}{random.Next(1, 9)}组{random.Next(1, 100)}号";
    }

    private Region Somewhere() => Chance(0.3) ? Region.Home : Pick(Region.All);

    public Person Organisation(string id)
    {
        var region = Somewhere();
        return new()
        {
            Id = id,
            IsOrganisation = true,
            Name = (Chance(0.65) ? region.Short : "") + CompanyName(),
            Birth = Date(new(1998, 1, 1), new(2020, 12, 31)),
            Region = region.Code,
            Document = Documents.Uscc(random, region.Code),
            OtherDocument = Documents.Licence(random, region.Code),
            Mobile = Mobile(),
            Phone = Chance(0.4) ? Phone() : "",
            Email = Chance(0.5) ? Email() : "",
            Address = Address(region, seat: true),
            CardNumber = Documents.CardNumber(random),
        };
    }

    /// <summary>One to four people under one roof; the first two may be a couple.</summary>
    public IReadOnlyList<Person> Family(Func<string> nextId)
    {
        var region = Somewhere();
        var address = Address(region, seat: false);
        var mobile = Mobile();
        var husband = One(nextId(), region, address, mobile, "M", Pick(Words.Surnames), Date(Eldest, Youngest));
        if (Chance(0.6))
        {
            return [husband];
        }

        var wife = One(nextId(), region, address, Chance(0.15) ? mobile : Mobile(), "F", Pick(Words.Surnames), husband.Birth.AddDays(random.Next(-2000, 2000)));
        List<Person> family = [husband with { Spouse = wife.Id }, wife with { Spouse = husband.Id }];
        var birth = husband.Birth.AddDays(random.Next(8000, 12000));
        if (birth < Youngest && Chance(0.5))
        {
            var child = One(nextId(), region, address, Chance(0.4) ? mobile : Mobile(), Chance(0.5) ? "M" : "F", Surname(husband), birth);
            family.Add(child);
            if (Chance(0.1))
            {
                // A twin: same day, same sex, a number next to it.
                family.Add(One(nextId(), region, address, child.Mobile, child.Gender, Surname(husband), birth));
            }
        }

        return family;
    }

    public string GivenName(string gender)
    {
        var characters = gender == "F" ? Words.Female : Words.Male;
        var given = Chance(0.6) ? $"{characters[random.Next(characters.Length)]}{characters[random.Next(characters.Length)]}" : characters[random.Next(characters.Length)].ToString();
        return Chance(0.025) ? given[..^1] + Pick(Words.Rare) : given;
    }

    public string CompanyName() => Pick(Words.Brands) + Pick(Words.Trades) + Pick(Words.Forms);

    private Person One(string id, Region region, string address, string mobile, string gender, string surname, DateOnly birth)
    {
        // Most hold a number of the county that they live in.
        var issued = Chance(0.9) ? region : Pick(Region.All);
        return new()
        {
            Id = id,
            Name = surname + GivenName(gender),
            Gender = gender,
            Birth = birth,
            Region = region.Code,
            Document = Documents.Resident(issued.Code, birth, (random.Next(500) * 2) + (gender == "M" ? 1 : 0)),
            OtherDocument = Documents.Passport(random),
            Mobile = mobile,
            Phone = Chance(0.2) ? Phone() : "",
            Email = Chance(0.5) ? Email() : "",
            Address = address,
            Employer = Chance(0.28) ? CompanyName() : "",
            CardNumber = Documents.CardNumber(random),
        };
    }

    private static string Surname(Person person) => Words.Surnames.FirstOrDefault(name => name.Length == 2 && person.Name.StartsWith(name, StringComparison.Ordinal)) ?? person.Name[..1];

    private DateOnly Date(DateOnly from, DateOnly to) => from.AddDays(random.Next(to.DayNumber - from.DayNumber));
}
