using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Enforcement;

/// <summary>How money is executed (金钱给付义务的执行方式). 行政强制法 第四十六条.</summary>
public enum MoneyExecutionWay
{
    /// <summary>By the organ, where a law gives it the power.</summary>
    ByOrgan,

    /// <summary>依法拍卖 of sealed or detained goods against the fine; open to organs without power too.</summary>
    AuctionOfSealedGoods,

    /// <summary>申请人民法院强制执行.</summary>
    ByCourt,
}

/// <summary>Facts needed to execute a duty to pay.</summary>
public sealed record MoneyExecutionFacts
{
    /// <summary>Day of the execution.</summary>
    public required DateOnly On { get; init; }

    /// <summary>First day counted for the surcharge; null if none runs.</summary>
    public required DateOnly? SurchargeSince { get; init; }

    /// <summary>Day on which the call was served; null if none was.</summary>
    public required DateOnly? CallServedOn { get; init; }

    /// <summary>The party has not paid.</summary>
    public required bool Unpaid { get; init; }

    /// <summary>The party asked for reconsideration or sued in time.</summary>
    public required bool RemedySought { get; init; }

    /// <summary>The time for remedies has run out.</summary>
    public required bool RemediesRunOut { get; init; }

    /// <summary>Goods were sealed or detained in the investigation (已经查封、扣押).</summary>
    public required bool GoodsSealed { get; init; }

    /// <summary>The law that lets the organ execute; null if none.</summary>
    public ExecutionPowerBasis? Power { get; init; }
}

/// <summary>Executing a duty to pay. 行政强制法 第四十六条.</summary>
public static class ExecutionOfMoney
{
    /// <summary>Days of surcharge that must be over (超过三十日): execution opens on the thirty-first.</summary>
    public const int SurchargeDays = 30;

    /// <summary>The surcharge has not run for more than thirty days.</summary>
    public static readonly DomainError SurchargeTooShort = new(
        "execution-of-money.surcharge-too-short",
        "ACL-46",
        ErrorKind.RuleBroken,
        "实施加处罚款超过三十日，经催告当事人仍不履行的，才可以强制执行",
        CoercionLaw.At("第四十六条第一款")
    );

    /// <summary>Nobody called upon the party, or the party has paid.</summary>
    public static readonly DomainError NotCalledUpon = new(
        "execution-of-money.not-called-upon",
        "ACL-46",
        ErrorKind.RuleBroken,
        "经催告当事人仍不履行的，才可以强制执行",
        CoercionLaw.At("第四十六条第一款")
    );

    /// <summary>Goods are to be auctioned that were not sealed, or while a remedy is open or running.</summary>
    public static readonly DomainError MayNotAuction = new(
        "execution-of-money.may-not-auction",
        "ACL-46",
        ErrorKind.RuleBroken,
        "当事人在法定期限内不申请行政复议或者提起行政诉讼，经催告仍不履行，且已经查封、扣押财物的，才可以拍卖抵缴罚款",
        CoercionLaw.At("第四十六条第三款")
    );

    /// <summary>Every obstacle to executing money in this way; for the court see <see cref="CourtApplying"/> too.</summary>
    public static IReadOnlyList<DomainException> Obstacles(MoneyExecutionWay way, MoneyExecutionFacts facts) =>
        [.. FindObstacles(way, facts)];

    /// <summary>Refuses to execute money in a way that is not open.</summary>
    /// <exception cref="DomainException">The first of <see cref="Obstacles"/>.</exception>
    public static void EnsureAllowed(MoneyExecutionWay way, MoneyExecutionFacts facts) => FindObstacles(way, facts).RefuseFirst();

    private static IEnumerable<DomainException> FindObstacles(MoneyExecutionWay way, MoneyExecutionFacts facts)
    {
        if (way is MoneyExecutionWay.ByOrgan)
        {
            if (facts.Power is null)
                yield return ExecutionPower.None.With("该事项没有法律规定的强制执行权", "申请人民法院强制执行");
            else if (facts.Power.Level is not Law.InstrumentLevel.Law)
                yield return ExecutionPower.NotByLaw.With($"{facts.Power.Basis} 不是法律");
            var running = facts.SurchargeSince is { } since ? facts.On.DayNumber - since.DayNumber + 1 : 0;
            if (running <= SurchargeDays)
                yield return SurchargeTooShort.With($"加处罚款已 {Math.Max(0, running)} 日");
        }
        if (!facts.Unpaid || facts.CallServedOn is not { } served || served > facts.On)
            yield return NotCalledUpon.With(facts.Unpaid ? "没有送达催告书" : "当事人已经履行");
        if (way is MoneyExecutionWay.AuctionOfSealedGoods && (!facts.GoodsSealed || facts.RemedySought || !facts.RemediesRunOut))
            yield return MayNotAuction.With(
                !facts.GoodsSealed ? "没有查封、扣押的财物"
                : facts.RemedySought ? "当事人已申请行政复议或者提起行政诉讼"
                : "复议、起诉期限尚未届满"
            );
    }
}
