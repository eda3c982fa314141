using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;

namespace EnforcementCases.Benchmarks.Bulk;

/// <summary>What is to be made: the same parameters make the same cases, in this run and in one that goes on with it.</summary>
/// <param name="Until">The last legal date on which a case begins.</param>
internal sealed record BulkOrder(int Cases, int Seed, DateOnly Until)
{
    /// <summary>First day of a case; calendars, adoptions and certificates of the demo hold from before.</summary>
    public static readonly DateOnly From = new(2022, 1, 4);
}

/// <summary>One case before it is made.</summary>
/// <param name="Index">Its place, 0, 1 …, in the order of time.</param>
/// <param name="Street">Which street.</param>
/// <param name="At">When it was decided on the spot, or its clue registered.</param>
/// <param name="Party">Which party; a number is a party.</param>
/// <param name="PartySince">When that party first came up.</param>
/// <param name="IsNewParty">It comes up here for the first time.</param>
/// <param name="Ordinary">By the ordinary procedure.</param>
/// <param name="MatterShare">Which of the matters that fit, as a share of their number; a few are frequent.</param>
internal sealed record CasePlan(
    int Index,
    int Street,
    DateTimeOffset At,
    int Party,
    DateTimeOffset PartySince,
    bool IsNewParty,
    PartyKind Kind,
    bool SelfDeclared,
    bool Ordinary,
    double MatterShare
);

/// <summary>Spreads cases over streets, days and parties, one after the other: who came up before is known to whoever comes later.</summary>
internal sealed class BulkPlanner(BulkOrder order, int streets)
{
    private const double DemoStreetPercent = 2; // each of the two whose accounts everybody knows
    private const double NewPartyPercent = 60;
    private const double OrdinaryPercent = 2;

    private const int FirstMoment = 31_000_000; // from a quarter to nine, in milliseconds
    private const int Moments = 31_000_000;

    private readonly List<(DateTimeOffset Since, PartyKind Kind)> parties = [];
    private readonly List<int>[] known = [.. Enumerable.Range(0, streets).Select(_ => new List<int>())];
    private int next;

    /// <summary>The next case.</summary>
    public CasePlan Next()
    {
        var index = next++;
        var dice = Dice.Of(order.Seed, index, 1);
        var street =
            dice.Percent(2 * DemoStreetPercent) ? dice.Below(2)
            : streets > 2 ? 2 + Math.Min(dice.Below(streets - 2), dice.Below(streets - 2)) // the first ones have more
            : dice.Below(streets);
        var at = MomentOf(index, ref dice);
        var mine = known[street];
        if (mine.Count > 0 && !dice.Percent(NewPartyPercent))
        {
            var again = mine[(int)(mine.Count * Math.Pow(dice.Share(), 1.7))]; // some come up again and again
            return new(
                index,
                street,
                at,
                again,
                parties[again].Since,
                false,
                parties[again].Kind,
                false,
                dice.Percent(OrdinaryPercent),
                dice.Share()
            );
        }
        var kind = dice.Below(10) switch
        {
            < 7 => PartyKind.Citizen,
            < 9 => PartyKind.IndividualBusiness,
            _ => PartyKind.LegalPerson,
        };
        var selfDeclared = kind is PartyKind.Citizen && dice.Percent(6);
        var party = parties.Count;
        parties.Add((at, kind));
        if (!selfDeclared)
            mine.Add(party); // nothing shows that somebody without papers is the same
        return new(index, street, at, party, at, true, kind, selfDeclared, !selfDeclared && dice.Percent(OrdinaryPercent), dice.Share());
    }

    /// <summary>The instant of a case: days in order, in the hours of a patrol.</summary>
    private DateTimeOffset MomentOf(int index, ref Dice dice)
    {
        var days = order.Until.DayNumber - BulkOrder.From.DayNumber;
        var day = BulkOrder.From.AddDays((int)((long)index * days / order.Cases));
        return LegalDate.StartOf(day).AddMilliseconds(FirstMoment + dice.Below(Moments));
    }
}
