using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What became of a case that was handed over to the police (刑事处理结果).</summary>
public enum CriminalResultKind
{
    /// <summary>公安机关立案: the criminal case runs, the administrative one waits.</summary>
    [Term("公安机关立案")]
    Accepted,

    /// <summary>公安机关不予立案.</summary>
    [Term("公安机关不予立案")]
    NotAccepted,

    /// <summary>公安机关撤销案件.</summary>
    [Term("公安机关撤销案件")]
    Withdrawn,

    /// <summary>检察机关不起诉.</summary>
    [Term("检察机关不起诉")]
    NotProsecuted,

    /// <summary>人民法院免予刑事处罚.</summary>
    [Term("免予刑事处罚")]
    Exempted,

    /// <summary>人民法院宣告无罪.</summary>
    [Term("宣告无罪")]
    Acquitted,

    /// <summary>人民法院判处刑罚.</summary>
    [Term("判处刑罚")]
    Convicted,
}

/// <summary>Things of a measure that the judicial organs give back (退回的财物).</summary>
/// <param name="MeasureId">The sealing, detaining or registration under which they were taken.</param>
/// <param name="Positions">Their positions on its list, from 1, each once.</param>
public sealed record ThingsComeBack(Guid MeasureId, IReadOnlyList<int> Positions);

/// <summary>The criminal case and the administrative one (行政处罚与刑事司法的衔接). 行政处罚法 第二十七条、第三十五条.</summary>
/// <remarks>Administrative detention, which 第三十五条第一款 sets off against a term of imprisonment, is no penalty of a street or town.</remarks>
public static class CriminalResult
{
    /// <summary>A result is entered though nothing was handed over, or the criminal case is over.</summary>
    public static readonly DomainError NothingHandedOver = new(
        "criminal-result.nothing-handed-over",
        null,
        ErrorKind.WrongStage,
        "没有移送司法机关后尚未办结的案件"
    );

    /// <summary>The result is dated before the transfer, or was received before it was issued.</summary>
    public static readonly DomainError OutOfOrder = new(
        "criminal-result.out-of-order",
        "APL-27",
        ErrorKind.RuleBroken,
        "刑事处理结果的日期不得早于移送，收到日期不得早于文书日期",
        CriminalTransfer.At("第八条")
    );

    /// <summary>The case came back, and what came with it is not stated.</summary>
    public static readonly DomainError NothingReturned = new(
        "criminal-result.nothing-returned",
        "APL-27",
        ErrorKind.RuleBroken,
        "不追究刑事责任的，应当记明退回的案卷材料、证据和财物",
        CriminalTransfer.At("第八条")
    );

    /// <summary>The set-off of the fines does not fit the sums.</summary>
    public static readonly DomainError SetOffDoesNotFit = new(
        "criminal-result.set-off-does-not-fit",
        "APL-35",
        ErrorKind.RuleBroken,
        "已经给予罚款的，应当折抵相应罚金；折抵数额不得超过罚款和罚金",
        PenaltyLaw.At("第三十五条第二款")
    );

    /// <summary>A fine after the criminal court imposed one.</summary>
    public static readonly DomainError FinedByCourt = new(
        "criminal-result.fined-by-court",
        "APL-35",
        ErrorKind.RuleBroken,
        "人民法院已经判处罚金，行政机关尚未给予罚款的，不再给予罚款",
        PenaltyLaw.At("第三十五条第二款")
    );

    /// <summary>A fine is executed that the court did not set off against the criminal one.</summary>
    public static readonly DomainError NotSetOff = new(
        "criminal-result.not-set-off",
        "APL-35",
        ErrorKind.RuleBroken,
        "人民法院已经判处罚金而罚款没有折抵的，不得再执行罚款",
        PenaltyLaw.At("第三十五条第二款")
    );

    /// <summary>The case has not come back from the criminal proceedings.</summary>
    public static readonly DomainError NotBack = new("criminal-result.not-back", null, ErrorKind.WrongStage, "案件没有从司法机关退回");

    /// <summary>Whether the criminal case is over.</summary>
    public static bool IsFinal(this CriminalResultKind result) => result is not CriminalResultKind.Accepted;

    /// <summary>Whether the case comes back to the organ: nobody is punished for a crime.</summary>
    public static bool ComesBack(this CriminalResultKind result) => result.IsFinal() && result is not CriminalResultKind.Convicted;

    /// <summary>Refuses a result that contradicts the transfer or the sums.</summary>
    /// <param name="fine">The administrative fine in force; zero if none.</param>
    /// <param name="thingsHandedOver">Things were handed over with the case.</param>
    /// <exception cref="DomainException"><see cref="OutOfOrder"/>, <see cref="NothingReturned"/> or <see cref="SetOffDoesNotFit"/>.</exception>
    public static void EnsureEntered(EnterCriminalResult entered, CriminalTransferRecord transfer, Money fine, bool thingsHandedOver)
    {
        var handedOver = LegalDate.Of(transfer.HandedOverAt!.Value);
        if (entered.IssuedOn < handedOver)
            throw OutOfOrder.With($"文书 {entered.IssuedOn:yyyy-MM-dd}，移送 {handedOver:yyyy-MM-dd}").At("/issuedOn");
        if (entered.ReceivedOn < entered.IssuedOn)
            throw OutOfOrder.With($"收到 {entered.ReceivedOn:yyyy-MM-dd}，文书 {entered.IssuedOn:yyyy-MM-dd}").At("/receivedOn");
        if (entered.Result.ComesBack() && !entered.MaterialsReturned.IsGiven())
            throw NothingReturned.With("没有写明退回的案卷材料和证据").At("/materialsReturned");
        if (entered.Result.ComesBack() && thingsHandedOver && !entered.ThingsReturned.IsGiven())
            throw NothingReturned.With("移送时一并移送了财物，没有写明退回的财物").At("/thingsReturned");
        EnsureSetOff(entered.Result, Money.OfFen(entered.FineFen), entered.SetOffFen is { } off ? Money.OfFen(off) : null, fine);
    }

    /// <summary>Refuses a result that does not account for every thing that was handed over: each comes back under its measure, or it is stated what became of it.</summary>
    /// <param name="handedOver">What was handed over, by measure.</param>
    /// <exception cref="DomainException"><see cref="NothingReturned"/> or <see cref="MeasuresOnFile.ThingNotOpen"/>.</exception>
    internal static void EnsureThingsBack(EnterCriminalResult entered, IReadOnlyList<ThingsComeBack> handedOver)
    {
        if (!entered.Result.ComesBack())
        {
            if (entered.ThingsBack.Count > 0)
                throw MeasuresOnFile.ThingNotOpen.With($"结果为“{entered.Result.Term()}”而写有退回的财物").At("/thingsBack");
            return;
        }
        foreach (var (back, i) in entered.ThingsBack.Select((back, i) => (back, i)))
        {
            if (entered.ThingsBack.Count(b => b.MeasureId == back.MeasureId) > 1)
                throw MeasuresOnFile.ThingNotOpen.With($"措施 {back.MeasureId} 写了两次").At($"/thingsBack/{i}/measureId");
            MeasuresOnFile.EnsureOpenPlaces(
                back.Positions,
                handedOver.FirstOrDefault(h => h.MeasureId == back.MeasureId)?.Positions ?? [],
                $"/thingsBack/{i}/positions"
            );
        }
        var missing = handedOver.Sum(h => h.Positions.Count) - entered.ThingsBack.Sum(b => b.Positions.Count);
        if (missing > 0 && !entered.ThingsGone.IsGiven())
            throw NothingReturned
                .With($"一并移送的财物有 {missing} 项没有退回，也没有写明去向", "按清单写明退回的财物，没有退回的写明去向")
                .At(entered.ThingsBack.Count == 0 ? "/thingsBack" : "/thingsGone");
    }

    /// <summary>Refuses a set-off that is missing, or larger than one of the two fines.</summary>
    /// <exception cref="DomainException"><see cref="SetOffDoesNotFit"/>.</exception>
    public static void EnsureSetOff(CriminalResultKind result, Money criminalFine, Money? setOff, Money fine)
    {
        if (result is not CriminalResultKind.Convicted && (criminalFine > Money.Zero || setOff is not null))
            throw SetOffDoesNotFit.With($"结果为“{result.Term()}”而写有罚金或者折抵").At("/fineFen");
        if (criminalFine > Money.Zero && fine > Money.Zero && setOff is null)
            throw SetOffDoesNotFit
                .With($"罚款 {fine.InYuan} 元，罚金 {criminalFine.InYuan} 元，没有写明折抵数额", "按照判决写明折抵数额，没有折抵的写 0")
                .At("/setOffFen");
        if (setOff is { } off && (off > criminalFine || off > fine))
            throw SetOffDoesNotFit.With($"折抵 {off.InYuan} 元，罚款 {fine.InYuan} 元，罚金 {criminalFine.InYuan} 元").At("/setOffFen");
    }

    /// <summary>Why no fine may be imposed any more; null if the criminal court imposed none.</summary>
    public static DomainException? WhyNoFine(CriminalTransferRecord? transfer, Money fine) =>
        transfer?.Conviction is { FineFen: > 0 } convicted && fine > Money.Zero
            ? FinedByCourt.With(
                $"{convicted.OrganName}以{convicted.PaperNumber}判处罚金 {Money.OfFen(convicted.FineFen).InYuan} 元",
                "作出不含罚款的处理"
            )
            : null;

    /// <summary>Why a fine that is in force may not be executed; null if it may: the criminal court imposed none, or set the whole of it off.</summary>
    public static DomainException? WhyNotExecuted(CriminalTransferRecord? transfer, Money fine) =>
        transfer?.Conviction is { FineFen: > 0 } convicted && fine > Money.OfFen(convicted.SetOffFen ?? 0)
            ? NotSetOff.With($"罚款 {fine.InYuan} 元，判决折抵 {Money.OfFen(convicted.SetOffFen ?? 0).InYuan} 元", "办理终结执行")
            : null;
}
