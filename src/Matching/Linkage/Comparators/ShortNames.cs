namespace Granary.Matching.Linkage;

/// <summary>
/// English given names and what people of that name are called: William, Will, Bill. Written down for Granary from common knowledge, no data set copied; only forms
/// that everybody uses, since a rare one is another person's name more often.
/// </summary>
internal static class ShortNames
{
    private const string Names =
        """
        abigail abby gail
        alan al
        albert al bert bertie
        alexander alex alec sandy xander
        alexandra alex alexa sandra sandy
        alfred al alf alfie fred
        alison ali allie
        amanda mandy
        andrew andy drew
        angela angie
        anthony tony ant
        antonia toni
        arthur art
        barbara barb barbie babs
        benjamin ben benny benji
        bernard bernie
        bradley brad
        caroline carol carrie
        catherine cathy cath kate katie kitty kay
        charles charlie chuck chas
        charlotte charlie lottie
        christina chris chrissie tina
        christine chris chrissie tina
        christopher chris kit
        cynthia cindy
        daniel dan danny
        david dave davy
        deborah deb debbie
        dennis den denny
        donald don donnie
        dorothy dot dotty dolly
        douglas doug
        edward ed eddie ted ned
        eleanor ellie nell nora
        elizabeth liz lizzie beth betty bess eliza libby lisa
        ernest ernie
        eugene gene
        florence flo florrie
        frances fran frankie
        francis frank
        franklin frank
        frederick fred freddie
        gabriel gabe
        gabrielle gabby
        geoffrey geoff
        gerald gerry jerry
        gregory greg
        harold harry hal
        helen nell nellie
        henry harry hank hal
        isabella bella izzy
        jacob jake
        jacqueline jackie
        james jim jimmy jamie
        janet jan
        jeffrey jeff
        jennifer jen jenny
        jeremy jerry
        jessica jess jessie
        john jack johnny jon
        jonathan jon
        joseph joe joey
        josephine jo josie
        joshua josh
        judith judy
        katherine kathy kath kate katie kitty kay
        kathleen kathy kath kate
        kenneth ken kenny
        kimberly kim
        kristina kris tina
        laura laurie
        lawrence larry laurie
        leonard len lenny leo
        leslie les
        lewis lew
        lillian lily
        louis lou
        louise lou
        madeline maddie
        margaret maggie meg peggy marge margie daisy greta
        maria mary
        martin marty
        mary molly polly
        matthew matt
        maximilian max
        maxwell max
        megan meg
        melissa mel missy
        michael mike mick mickey micky
        michelle shelly
        mitchell mitch
        nancy nan
        natalie nat
        nathan nat nate
        nathaniel nat nate
        nicholas nick nicky
        nicola nicky nikki
        nicole nicky nikki
        norman norm
        oliver ollie
        olivia liv livvy
        pamela pam
        patricia pat patty trish tricia
        patrick pat paddy
        peter pete
        philip phil pip
        phillip phil pip
        rachel rae
        raymond ray
        rebecca becky becca
        reginald reg reggie
        richard rick ricky dick rich
        robert rob bob bobby robbie bert
        roderick rod
        rodney rod
        ronald ron ronnie
        rosemary rose rosie
        rudolph rudy
        russell russ
        samantha sam sammy
        samuel sam sammy
        sandra sandy
        sarah sally sadie
        sebastian seb
        sophia sophie
        stanley stan
        stephanie steph
        stephen steve stevie
        steven steve stevie
        stuart stu
        susan sue susie
        suzanne sue suzy
        sylvester sly
        terence terry
        teresa terry tess tessa
        theodore ted teddy theo
        theresa terry tess tessa
        thomas tom tommy
        timothy tim timmy
        valerie val
        vanessa nessa
        veronica ronnie
        victor vic
        victoria vicky tori
        vincent vince vinny
        virginia ginny
        walter walt wally
        wesley wes
        wilfred wilf fred
        william will bill billy willie liam
        zachary zach zack
        """;

    private static readonly ILookup<string, int> Numbers = Names.Split('\n').SelectMany((line, number) => line.Trim().Split(' ').Select(name => (name, number))).ToLookup(n => n.name, n => n.number);

    /// <summary>For each value of a column the names that it may stand for, as numbers in ascending order; null where no two values stand for one name.</summary>
    public static int[][]? Of(Column column)
    {
        var of = new int[column.Values.Count + 1][];
        of[0] = [];
        var seen = new HashSet<int>();
        var shared = false;
        for (var code = 1; code < of.Length; code++)
        {
            of[code] = column.Values[code].Length > 12 ? [] : [.. Numbers[column.Values[code].ToString()]];
            foreach (var number in of[code])
            {
                shared |= !seen.Add(number);
            }
        }

        return shared ? of : null;
    }
}
