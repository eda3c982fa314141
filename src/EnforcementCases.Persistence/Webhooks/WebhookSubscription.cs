using EnforcementCases.Domain;
using EnforcementCases.Domain.Webhooks;
using EnforcementCases.Persistence.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Webhooks;

/// <summary>A receiver of events (事件订阅): the address of another system, and the account whose scope limits what it is sent.</summary>
public sealed class WebhookSubscription : IOwnedByOrganisation
{
    public const int UrlMaxLength = 400;

    private WebhookSubscription() { }

    public WebhookSubscription(Guid id, Account account, string url, IEnumerable<ReportedEvent> events, DateTimeOffset at)
    {
        Id = id;
        (AccountId, OrganisationPath) = (account.Id, account.OrganisationPath);
        Url = url;
        EventNames = string.Join(',', events.Distinct().Order());
        CreatedAt = at;
    }

    public Guid Id { get; private set; }

    /// <summary>Account of the other system.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>The account's organisation at the subscription: events of cases outside it are not reported.</summary>
    public string OrganisationPath { get; private set; } = "";

    public string Url { get; private set; } = "";

    /// <summary>Names of the events, separated by commas.</summary>
    public string EventNames { get; private set; } = "";

    /// <summary>Key of the signature, sealed.</summary>
    public byte[] SecretSealed { get; set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was ended; null while events are reported. An ended subscription is not continued.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public IReadOnlyList<ReportedEvent> Events => [.. EventNames.Split(',').Select(Enum.Parse<ReportedEvent>)];

    public void End(DateTimeOffset at) => EndedAt ??= at;
}

internal sealed class WebhookSubscriptionConfiguration : IEntityTypeConfiguration<WebhookSubscription>
{
    private const int EventNamesMaxLength = 1_000;
    private const int SecretMaxLength = 200;

    public void Configure(EntityTypeBuilder<WebhookSubscription> builder)
    {
        builder.ToTable("webhook_subscriptions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Url).IsCode(WebhookSubscription.UrlMaxLength);
        builder.Property(s => s.EventNames).IsCode(EventNamesMaxLength);
        builder.Property(s => s.SecretSealed).HasMaxLength(SecretMaxLength);
        builder.Ignore(s => s.Events);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        builder.HasIndex(s => s.OrganisationPath);
    }
}
