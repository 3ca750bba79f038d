using System.Text.Encodings.Web;
using System.Text.Unicode;
using BranchGrading.Web.Binding;
using BranchGrading.Web.Filters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.WebEncoders;

namespace BranchGrading.Web.Setup;

/// <summary>MVC as every page uses it.</summary>
public static class Pages
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddControllersWithViews(options =>
        {
            options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            options.Filters.Add<AntiforgeryRefusalFilter>();
            options.Filters.Add<PasswordChangeFilter>();
            options.Filters.Add<FormKeyFilter>();
            options.Filters.Add<RefusalFilter>();
            options.ModelBinderProviders.Insert(0, new NumberBinderProvider());
            options.ModelBinderProviders.Insert(1, new ChoiceBinderProvider());
            options.ModelBinderProviders.Insert(2, new TextBinderProvider());
            // What the address names cannot be named otherwise by a field added to the form.
            var address = options.ValueProviderFactories.OfType<RouteValueProviderFactory>().Single();
            options.ValueProviderFactories.Remove(address);
            options.ValueProviderFactories.Insert(0, address);
            options.ModelBindingMessageProvider.SetValueMustNotBeNullAccessor(_ => "请填写这一项。");
            options.ModelBindingMessageProvider.SetMissingBindRequiredValueAccessor(name => $"请填写{name}。");
            options.ModelBindingMessageProvider.SetMissingKeyOrValueAccessor(() => "请填写这一项。");
            options.ModelBindingMessageProvider.SetAttemptedValueIsInvalidAccessor((value, _) => $"「{value}」看不懂，请检查格式。");
            options.ModelBindingMessageProvider.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"「{value}」看不懂，请检查格式。");
            options.ModelBindingMessageProvider.SetUnknownValueIsInvalidAccessor(_ => "这一项看不懂，请检查格式。");
            options.ModelBindingMessageProvider.SetNonPropertyUnknownValueIsInvalidAccessor(() => "这一项看不懂，请检查格式。");
            options.ModelBindingMessageProvider.SetValueIsInvalidAccessor(value => $"「{value}」看不懂，请检查格式。");
            options.ModelBindingMessageProvider.SetValueMustBeANumberAccessor(_ => "请填写数字。");
            options.ModelBindingMessageProvider.SetNonPropertyValueMustBeANumberAccessor(() => "请填写数字。");
            // A non-nullable text is not by that alone compulsory: what is says so.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        });
        builder.Services.Configure<MvcViewOptions>(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // Secure wherever TLS is; elsewhere only Development and the server itself are let in at all.
        const CookieSecurePolicy secure = CookieSecurePolicy.SameAsRequest;
        builder.Services.AddAntiforgery(options => (options.Cookie.Name, options.Cookie.SecurePolicy) = ("branchgrading-form", secure));
        builder.Services.Configure<CookieTempDataProviderOptions>(options => (options.Cookie.Name, options.Cookie.SecurePolicy) = ("branchgrading-notice", secure));
        builder.Services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
    }
}
