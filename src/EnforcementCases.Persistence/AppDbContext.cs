using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.Work;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Evidence;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Inspections;
using EnforcementCases.Domain.Jobs;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Statistics;
using EnforcementCases.Domain.Supervision;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Persistence.Files;
using EnforcementCases.Persistence.Recording;
using EnforcementCases.Persistence.Requests;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Persistence.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EnforcementCases.Persistence;

/// <summary>The one model of all three databases.</summary>
/// <remarks>What belongs to an organisation is filtered by the reader's <see cref="Scope"/> in every query, unless the query leaves the filter out by <c>IgnoreQueryFilters</c>.</remarks>
public sealed class AppDbContext(DbContextOptions<AppDbContext> options) : DbContext(options)
{
    /// <summary>Name of the filter that holds the reader's scope.</summary>
    public const string ScopeFilter = "scope";

    private ReaderScope scope = new();

    /// <summary>What the present reader may see.</summary>
    public OrganisationScope Scope => scope.Current;

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<EnforcementCase> Cases => Set<EnforcementCase>();

    public DbSet<Party> Parties => Set<Party>();

    public DbSet<PartyMerge> PartyMerges => Set<PartyMerge>();

    public DbSet<CaseActEntry> CaseActs => Set<CaseActEntry>();

    public DbSet<FallenDecision> FallenDecisions => Set<FallenDecision>();

    public DbSet<CaseDeadline> CaseDeadlines => Set<CaseDeadline>();

    public DbSet<CaseWork> CaseWork => Set<CaseWork>();

    public DbSet<CaseTouch> CaseTouches => Set<CaseTouch>();

    public DbSet<NumberCounter> NumberCounters => Set<NumberCounter>();

    public DbSet<DocumentNumber> DocumentNumbers => Set<DocumentNumber>();

    public DbSet<CaseDocument> CaseDocuments => Set<CaseDocument>();

    public DbSet<DocumentPrint> DocumentPrints => Set<DocumentPrint>();

    public DbSet<PaymentOrder> PaymentOrders => Set<PaymentOrder>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<Refund> Refunds => Set<Refund>();

    // Fines: the cash book
    public DbSet<ReceiptBatch> ReceiptBatches => Set<ReceiptBatch>();

    public DbSet<TreasuryReceipt> TreasuryReceipts => Set<TreasuryReceipt>();

    public DbSet<CashBook> CashBooks => Set<CashBook>();

    public DbSet<CashEntry> CashEntries => Set<CashEntry>();

    public DbSet<CashHandover> CashHandovers => Set<CashHandover>();

    public DbSet<BankDeposit> BankDeposits => Set<BankDeposit>();

    public DbSet<PaymentNotOwed> PaymentsNotOwed => Set<PaymentNotOwed>();

    public DbSet<BankStatement> BankStatements => Set<BankStatement>();

    public DbSet<BankStatementLine> BankStatementLines => Set<BankStatementLine>();

    public DbSet<DifferenceNote> DifferenceNotes => Set<DifferenceNote>();

    public DbSet<CashMonth> CashMonths => Set<CashMonth>();

    // Evidence
    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<CaseFile> CaseFiles => Set<CaseFile>();

    public DbSet<CaseFileView> CaseFileViews => Set<CaseFileView>();

    public DbSet<CorrectionOrder> CorrectionOrders => Set<CorrectionOrder>();

    public DbSet<Account> Users => Set<Account>();

    public DbSet<AccountRole> AccountRoles => Set<AccountRole>();

    public DbSet<Office> Offices => Set<Office>();

    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<SecurityEvent> SecurityEvents => Set<SecurityEvent>();

    public DbSet<GuardedChange> GuardedChanges => Set<GuardedChange>();

    public DbSet<Person> Persons => Set<Person>();

    public DbSet<StatisticsSnapshot> StatisticsSnapshots => Set<StatisticsSnapshot>();

    /// <summary>Figures that places type in.</summary>
    public DbSet<OwnFigure> OwnFigures => Set<OwnFigure>();

    /// <summary>Rounds of the review of files, the files drawn, and who was held accountable.</summary>
    public DbSet<ReviewRound> ReviewRounds => Set<ReviewRound>();

    public DbSet<ReviewedFile> ReviewedFiles => Set<ReviewedFile>();

    public DbSet<SupervisionLetter> SupervisionLetters => Set<SupervisionLetter>();

    public DbSet<Accountability> Accountabilities => Set<Accountability>();

    public DbSet<SnapshotFigure> SnapshotFigures => Set<SnapshotFigure>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<Officer> Officers => Set<Officer>();

    public DbSet<OfficerCertificate> OfficerCertificates => Set<OfficerCertificate>();

    public DbSet<RecordChain> RecordChains => Set<RecordChain>();

    public DbSet<RecordEntry> RecordEntries => Set<RecordEntry>();

    public DbSet<RecordSecret> RecordSecrets => Set<RecordSecret>();

    // Recording: the log over all entries
    public DbSet<LogHead> LogHeads => Set<LogHead>();

    public DbSet<LogLeaf> LogLeaves => Set<LogLeaf>();

    public DbSet<LogTile> LogTiles => Set<LogTile>();

    public DbSet<LogCheckpoint> LogCheckpoints => Set<LogCheckpoint>();

    public DbSet<LogKey> LogKeys => Set<LogKey>();

    public DbSet<RecordAudit> RecordAudits => Set<RecordAudit>();

    public DbSet<IdempotentRequest> IdempotentRequests => Set<IdempotentRequest>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<WebhookSubscription> WebhookSubscriptions => Set<WebhookSubscription>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<SnapshotVersion> SnapshotVersions => Set<SnapshotVersion>();

    // Catalogue
    public DbSet<CatalogueDataSet> CatalogueDataSets => Set<CatalogueDataSet>();

    public DbSet<ViolationVersion> Violations => Set<ViolationVersion>();

    public DbSet<PowerListItem> PowerList => Set<PowerListItem>();

    public DbSet<CalendarYear> CalendarYears => Set<CalendarYear>();

    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();

    public DbSet<Adoption> Adoptions => Set<Adoption>();

    public DbSet<ParameterValue> ParameterValues => Set<ParameterValue>();

    public DbSet<CatalogueSourceRow> CatalogueSourceRows => Set<CatalogueSourceRow>();

    public DbSet<CatalogueChange> CatalogueChanges => Set<CatalogueChange>();

    // Discretion
    public DbSet<BenchmarkVersion> Benchmarks => Set<BenchmarkVersion>();

    public DbSet<ExemptionEntry> ExemptionEntries => Set<ExemptionEntry>();

    public DbSet<StoredAssessment> Assessments => Set<StoredAssessment>();

    public DbSet<FirstOffenceExemption> FirstOffenceExemptions => Set<FirstOffenceExemption>();

    // Legal review
    public DbSet<ReviewTemplate> ReviewTemplates => Set<ReviewTemplate>();

    public DbSet<ReviewCatalogueAdoption> ReviewCatalogues => Set<ReviewCatalogueAdoption>();

    public DbSet<ReviewTask> ReviewTasks => Set<ReviewTask>();

    // Publicity
    public DbSet<PublicationItem> PublicationItems => Set<PublicationItem>();

    // Inspections
    public DbSet<CheckObject> CheckObjects => Set<CheckObject>();

    public DbSet<OfficerInterest> OfficerInterests => Set<OfficerInterest>();

    public DbSet<CheckPlan> CheckPlans => Set<CheckPlan>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<CheckTask> CheckTasks => Set<CheckTask>();

    public DbSet<RandomDraw> RandomDraws => Set<RandomDraw>();

    public DbSet<PatrolSheet> PatrolSheets => Set<PatrolSheet>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    /// <summary>Takes the context into use for a reader: contexts are pooled and serve one after the other.</summary>
    public AppDbContext For(ReaderScope reader)
    {
        scope = reader;
        return this;
    }

    public override void Dispose()
    {
        scope = new(); // the next user of the pooled context sees nothing until a scope is set
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        scope = new();
        return base.DisposeAsync();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMillisecondsConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.IgnoreAny<RecordDraft>();
        configurationBuilder.IgnoreAny<IHappened>();
        configurationBuilder.Properties<string>().HaveMaxLength(400); // a longer text declares its length
    }

    /// <summary>The tracked entities of a type, without looking for changes in all of them first: what was added or loaded is found, <see cref="EntityEntry.State"/> may be behind.</summary>
    public IReadOnlyList<EntityEntry<T>> Tracked<T>()
        where T : class
    {
        var looks = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return [.. ChangeTracker.Entries<T>()];
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = looks;
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
        ModelRules.Apply(modelBuilder, Database.ProviderName!);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => typeof(IOwnedByOrganisation).IsAssignableFrom(e.ClrType)))
        {
            typeof(AppDbContext)
                .GetMethod(nameof(FilterByScope), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .MakeGenericMethod(entity.ClrType)
                .Invoke(this, [modelBuilder]);
        }
    }

    private void FilterByScope<T>(ModelBuilder builder)
        where T : class, IOwnedByOrganisation =>
        builder
            .Entity<T>()
            .HasQueryFilter(
                ScopeFilter,
                e => string.Compare(e.OrganisationPath, scope.Current.From) >= 0 && string.Compare(e.OrganisationPath, scope.Current.To) < 0
            );

    private sealed class UtcMillisecondsConverter()
        : ValueConverter<DateTimeOffset, long>(at => at.ToUnixTimeMilliseconds(), ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));
}

/// <summary>What the present reader may see; nothing until it is set for the request or the job.</summary>
public sealed class ReaderScope
{
    public OrganisationScope Current { get; set; } = OrganisationScope.None;
}
