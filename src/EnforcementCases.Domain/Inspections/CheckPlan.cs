using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Inspections;

/// <summary>What a yearly plan sets for a category of objects.</summary>
/// <param name="Year">The year.</param>
/// <param name="Category">The category of objects.</param>
/// <param name="PlannedChecks">Checks planned in the year.</param>
/// <param name="CapPerObject">Most checks of one object in the year; null if no cap is set. There is no default: the competent department sets it.</param>
/// <param name="CapSource">The instrument that sets the cap; required with a cap.</param>
/// <param name="Matters">Matters that are checked (检查事项), as published.</param>
/// <param name="Standards">By what standards (检查标准), as published.</param>
public sealed record PlannedChecksOfYear(
    int Year,
    string Category,
    int PlannedChecks,
    int? CapPerObject,
    string? CapSource,
    string Matters,
    string Standards
);

/// <summary>A yearly plan of checks for a category (年度检查计划): matters, standards, number and cap; public once another person approved it. Of several approved ones the latest applies.</summary>
public sealed class CheckPlan : RecordedAggregate, IInspectionMatter
{
    /// <summary>Longest list of matters or standards.</summary>
    public const int TextMaxLength = 2000;

    /// <summary>Longest name of the instrument that sets the cap.</summary>
    public const int SourceMaxLength = 200;

    private CheckPlan() { }

    /// <summary>Proposes a plan.</summary>
    /// <exception cref="DomainException"><see cref="InspectionErrors.CapWithoutSource"/>.</exception>
    public CheckPlan(Guid id, long seq, Organisation organ, PlannedChecksOfYear plan, Guid by, DateTimeOffset at)
    {
        if (plan.CapPerObject is null != plan.CapSource is null)
            throw InspectionErrors.CapWithoutSource.With("上限和文件应当同时填写").At("/capSource");
        (Id, Seq, OrganId, OrganisationPath) = (id, seq, organ.Id, organ.Path);
        (Year, Category, PlannedChecks) = (plan.Year, plan.Category, plan.PlannedChecks);
        (CapPerObject, CapSource, Matters, Standards) = (plan.CapPerObject, plan.CapSource, plan.Matters, plan.Standards);
        (ProposedBy, ProposedAt) = (by, at);
        Record(
            new(
                "check-plan-proposed",
                at,
                new RecordFields()
                    .Add("plan", id)
                    .Add("year", Year)
                    .Add("category", Category)
                    .Add("plannedChecks", PlannedChecks)
                    .Add("cap", CapPerObject)
            )
        );
    }

    /// <inheritdoc />
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public long Seq { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; } = 1;

    /// <inheritdoc />
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <inheritdoc cref="PlannedChecksOfYear.Year" />
    public int Year { get; private set; }

    /// <inheritdoc cref="PlannedChecksOfYear.Category" />
    public string Category { get; private set; } = "";

    /// <inheritdoc cref="PlannedChecksOfYear.PlannedChecks" />
    public int PlannedChecks { get; private set; }

    /// <inheritdoc cref="PlannedChecksOfYear.CapPerObject" />
    public int? CapPerObject { get; private set; }

    /// <inheritdoc cref="PlannedChecksOfYear.CapSource" />
    public string? CapSource { get; private set; }

    /// <inheritdoc cref="PlannedChecksOfYear.Matters" />
    public string Matters { get; private set; } = "";

    /// <inheritdoc cref="PlannedChecksOfYear.Standards" />
    public string Standards { get; private set; } = "";

    /// <summary>Who proposed it.</summary>
    public Guid ProposedBy { get; private set; }

    /// <summary>When it was proposed.</summary>
    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>Who approved it; null before.</summary>
    public Guid? ApprovedBy { get; private set; }

    /// <summary>When it was approved and became public; null before.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => OrganId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Another person approves and publishes it (批准并公布).</summary>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NotOpen"/>, <see cref="InspectionErrors.OwnRequest"/> or <see cref="InspectionErrors.OutOfOrder"/>.</exception>
    public void Approve(Guid by, DateTimeOffset at)
    {
        if (ApprovedAt is not null)
            throw InspectionErrors.NotOpen.With("该计划已经批准");
        if (by == ProposedBy)
            throw InspectionErrors.OwnRequest.With("由另一人批准");
        if (at < ProposedAt)
            throw InspectionErrors.OutOfOrder.With($"于 {LegalDate.Of(ProposedAt):yyyy-MM-dd} 提出").At("/doneAt");
        (ApprovedBy, ApprovedAt) = (by, at);
        Version++;
        Record(new("check-plan-approved", at, new RecordFields().Add("plan", Id).Add("by", by)));
    }

    /// <summary>Refuses another check of an object that reached the cap, unless a ground exempts it. 国办发〔2024〕54号.</summary>
    /// <param name="checksOfYear">Checks of the object in the year that are approved or done and have no ground beyond the cap.</param>
    /// <param name="pointer">The member of the request that asks for the check.</param>
    /// <exception cref="DomainException"><see cref="InspectionErrors.CapReached"/>.</exception>
    public void EnsureBelowCap(int checksOfYear, CapExemption? exemption, string pointer)
    {
        if (exemption is null && CapPerObject is { } cap && checksOfYear >= cap)
            throw InspectionErrors
                .CapReached.With(
                    $"{Year} 年已安排 {checksOfYear} 次，上限 {cap} 次（{CapSource}）",
                    "因投诉举报、转办交办、数据监测或者企业申请确需检查的，写明情形和线索"
                )
                .At(pointer);
    }
}

/// <summary>A campaign (专项行动): special checks and patrols belong to one, within its days.</summary>
public sealed class Campaign : RecordedAggregate, IInspectionMatter
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 100;

    /// <summary>Longest purpose.</summary>
    public const int PurposeMaxLength = 1000;

    private Campaign() { }

    /// <summary>Enters a campaign that a leader decided on.</summary>
    /// <exception cref="DomainException"><see cref="InspectionErrors.OutOfOrder"/>.</exception>
    public Campaign(
        Guid id,
        long seq,
        Organisation organ,
        string name,
        string purpose,
        DateOnly from,
        DateOnly to,
        Guid decidedBy,
        DateTimeOffset at
    )
    {
        if (to < from)
            throw InspectionErrors.OutOfOrder.With($"自 {from:yyyy-MM-dd} 起").At("/to");
        (Id, Seq, OrganId, OrganisationPath) = (id, seq, organ.Id, organ.Path);
        (Name, Purpose, From, To, DecidedBy, DecidedAt) = (name, purpose, from, to, decidedBy, at);
        Record(
            new(
                "campaign-decided",
                at,
                new RecordFields().Add("campaign", id).Add("name", name).Add("from", from).Add("to", to).Add("by", decidedBy)
            )
        );
    }

    /// <inheritdoc />
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public long Seq { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; } = 1;

    /// <inheritdoc />
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it is for.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>First day, inclusive.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Who decided on it.</summary>
    public Guid DecidedBy { get; private set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset DecidedAt { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => OrganId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Refuses a day outside the campaign.</summary>
    /// <exception cref="DomainException"><see cref="InspectionErrors.OutsideCampaign"/>.</exception>
    public void EnsureCovers(DateOnly day)
    {
        if (day < From || day > To)
            throw InspectionErrors.OutsideCampaign.With($"{From:yyyy-MM-dd} 至 {To:yyyy-MM-dd}，填写 {day:yyyy-MM-dd}").At("/campaignId");
    }
}
