using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Tests.Catalogue;

/// <summary>A row as the catalogue has it, with what a test cares about.</summary>
internal static class AViolation
{
    public static ViolationVersion With(
        string code = "TJ-XX-01",
        DateOnly? from = null,
        DateOnly? to = null,
        string sha = "a",
        bool appliesInTianjin = true,
        bool ready = true,
        IReadOnlyList<PenaltyKind>? kinds = null,
        IReadOnlyList<PenaltyBranch>? branches = null,
        GainsDisposal gains = GainsDisposal.Confiscated,
        IReadOnlyList<ApprovedKind>? approvals = null,
        InstrumentLevel level = InstrumentLevel.LocalRegulation,
        FineProvision? fine = null,
        bool noFine = false,
        bool noStart = false,
        CorrectionDuty correction = CorrectionDuty.WithPenalty,
        string article = "第五十条",
        string? force = null,
        bool townOnly = false,
        params IReadOnlyList<ExecutionGrant> execution
    ) =>
        new()
        {
            Id = Guid.NewGuid(),
            Code = code,
            Version = sha,
            DataSetId = Guid.Empty,
            ValidFrom = noStart ? null : from ?? new(2003, 5, 22),
            ValidTo = to,
            Name = "擅自占用道路",
            Category = "占道经营",
            Jurisdiction = appliesInTianjin ? "天津市" : "北京市",
            AppliesInTianjin = appliesInTianjin,
            Instrument = "《天津市市容和环境卫生管理条例》",
            InstrumentLevel = level,
            ViolatedArticle = "第十五条",
            PenaltyArticle = article,
            Kinds = kinds ?? [PenaltyKind.Fine],
            Orders = [],
            Connector = kinds is null or { Count: < 2 } ? KindConnector.Single : KindConnector.Unclear,
            Structure = branches is null
                ? null
                : new(branches, gains, approvals ?? [], force, townOnly, Confirmed: true) { Execution = execution },
            IndividualFine = noFine ? null : fine ?? new(FineMode.Range, 50_00, 2_000_00),
            OrganisationFine = noFine ? null : new(FineMode.Range, 500_00, 5_000_00),
            Correction = correction,
            SimpleForIndividuals = true,
            SimpleForOrganisations = true,
            MarkedReady = ready,
            Status = EvidenceStatus.Confirmed,
            Evidence = "",
            RowSha256 = sha,
        };
}
