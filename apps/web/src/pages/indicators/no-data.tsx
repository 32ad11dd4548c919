import { Link } from 'react-router';
import { templateUrl } from '../../api/indicators.js';
import { Nothing } from '../../parts/empty.js';
import { useCampaign } from '../../shell/session.js';
import { indicatorsText } from '../../text/indicators.js';
import { dataUrl } from './use-address.js';
import { useMayImport } from './use-may-import.js';

/** Without a data set the page says who does what next. */
export function NoData() {
  const campaign = useCampaign();
  const allowed = useMayImport();
  return (
    <section className="panel">
      <Nothing
        text={indicatorsText.noData}
        next={
          <>
            <div>{allowed ? indicatorsText.noDataNext : indicatorsText.noDataOthers}</div>
            {allowed && (
              <div className="indicator-next">
                <a href={templateUrl(campaign.id, 'schools')} download>
                  {indicatorsText.template.schools}
                </a>
                <Link to={dataUrl}>{indicatorsText.goToImport}</Link>
              </div>
            )}
          </>
        }
      />
    </section>
  );
}
