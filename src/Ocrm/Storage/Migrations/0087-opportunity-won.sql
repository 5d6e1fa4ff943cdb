-- What was won since the beginning of the month, for the forecast.
CREATE INDEX ocrm_opportunity_won ON ocrm.opportunity (closed_at) WHERE state = 'won'
