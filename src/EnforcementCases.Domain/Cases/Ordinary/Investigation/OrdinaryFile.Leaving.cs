using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    /// <summary>A suspicion of crime is undecided, or its transfer approved.</summary>
    public static readonly DomainError CrimePending = new(
        "criminal-transfer.pending",
        "APL-27",
        ErrorKind.RuleBroken,
        "违法行为涉嫌犯罪的，应当及时移送司法机关，依法追究刑事责任",
        PenaltyLaw.At("第二十七条第一款")
    );

    /// <summary>Nobody reported a suspicion of crime that is undecided.</summary>
    public static readonly DomainError NoCrimeReported = new(
        "criminal-transfer.nothing-to-decide",
        null,
        ErrorKind.WrongStage,
        "没有待决定的涉嫌犯罪报告"
    );

    /// <summary>Everything taken from the party left with the case.</summary>
    internal void HandGoodsOver()
    {
        Replace(preserved, p => p.OpenPlaces.Count > 0, p => p with { OpenPlaces = [] });
        foreach (var measure in @sealed.Where(s => s.IsOpen))
            ForgetReviewOfExtension(measure.Id);
        Replace(@sealed, s => s.IsOpen, s => s with { IsOpen = false });
    }
}
