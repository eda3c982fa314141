using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Recording;
using EnforcementCases.Platform.Snapshots;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Platform.Pipeline;

/// <summary>Registers handlers, validators and the behaviours; the order of registration is outside in.</summary>
internal static class PipelineRegistration
{
    /// <param name="assemblies">Where use cases are looked for.</param>
    public static IServiceCollection AddPipeline(this IServiceCollection services, ProgramAssemblies assemblies)
    {
        services.AddSingleton(assemblies);
        ValidatorOptions.Global.LanguageManager = new ChineseFaults();
        services.AddTransient<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.Scan(scan =>
            scan.FromAssemblies(assemblies.Capabilities)
                .AddClasses(
                    classes => classes.AssignableToAny(typeof(IRequestHandler<,>), typeof(INotificationHandler<>)).Where(IsClosed),
                    publicOnly: false
                )
                .AsImplementedInterfaces()
                .WithScopedLifetime()
                .AddClasses(classes => classes.AssignableTo(typeof(IValidator<>)).Where(IsClosed), publicOnly: false)
                .AsImplementedInterfaces()
                .WithSingletonLifetime()
        );
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LoggingBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuthorizationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AfterCommitBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(SnapshotRefreshBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(UnitOfWorkBehavior<,>));
        services.AddSingleton<RightsTable>();
        services.AddScoped<RequestContext>();
        services.AddScoped<OrganisationReader>();
        services.AddSingleton<RecordScribe>();
        services.AddScoped<FollowUps>();
        services.AddScoped<RecordWriter>();
        services.AddScoped<RecordVerifier>();
        services.AddScoped<LastEntries>();
        return services;
    }

    /// <summary>Open ones are registered where their types are known.</summary>
    private static bool IsClosed(Type type) => !type.IsGenericTypeDefinition;
}
